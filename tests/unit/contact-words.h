/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact-record.h"

char *describe_contact (const ZgContactRecord *record);
