/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What customers are sorted by where no index has that order: a level by its place among the levels, those without one before
 * them by name; a city by the first address. A sort by these runs over all that are listed.
 */
#define ZG_SORT_LEVEL_SQL "(SELECT position FROM member_level WHERE name = customer.level)"
#define ZG_SORT_CITY_SQL \
  "(SELECT province || ' ' || city || ' ' || district FROM customer_address WHERE customer_id = customer.id " \
  "ORDER BY position LIMIT 1)"
