// SPDX-License-Identifier: Apache-2.0
//
// A number without its unit is no money.
// expect: conversion from|no viable conversion|could not convert
#include <heng/budget/money.hpp>

using namespace heng;

#ifdef HENG_FIXED
const WanYuan budget = WanYuan{20_dec};
#else
const WanYuan budget = 20_dec;
#endif
