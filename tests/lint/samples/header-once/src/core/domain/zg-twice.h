/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ZG_TWICE_H
#define ZG_TWICE_H
#endif
