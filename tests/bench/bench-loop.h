/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BenchLoop:
 * @block: the longest turn of the main loop, ms
 * @frame: the longest frame, ms
 * @layout: the longest layout of a frame, with style, ms
 * @drawing: the longest drawing of a frame, ms
 * @wall: the longest turn by the clock on the wall, ms
 * @n_frames: how many frames were drawn
 *
 * What kept the main loop since bench_loop_reset(). Times are of the processor in the main thread, so that what else the
 * computer does is not counted; only @wall is not.
 */
typedef struct {
  double block;
  double frame;
  double layout;
  double drawing;
  double wall;
  guint n_frames;
} BenchLoop;

void bench_loop_watch (GtkWidget *window);
void bench_loop_reset (void);
BenchLoop bench_loop_get (void);
void bench_loop_run (guint milliseconds);

G_END_DECLS
