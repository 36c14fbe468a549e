# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pointer looks like on an X11 display, by the name that the program under it gave to the shape."""
import ctypes

libX11 = ctypes.CDLL('libX11.so.6')
libXfixes = ctypes.CDLL('libXfixes.so.3')


class CursorImage(ctypes.Structure):
    """XFixesCursorImage of X11/extensions/Xfixes.h."""

    _fields_ = [('x', ctypes.c_short), ('y', ctypes.c_short), ('width', ctypes.c_ushort), ('height', ctypes.c_ushort),
                ('xhot', ctypes.c_ushort), ('yhot', ctypes.c_ushort), ('cursor_serial', ctypes.c_ulong),
                ('pixels', ctypes.c_void_p), ('atom', ctypes.c_ulong), ('name', ctypes.c_char_p)]


libX11.XOpenDisplay.restype = ctypes.c_void_p
libX11.XCloseDisplay.argtypes = [ctypes.c_void_p]
libX11.XFree.argtypes = [ctypes.c_void_p]
libXfixes.XFixesGetCursorImage.argtypes = [ctypes.c_void_p]
libXfixes.XFixesGetCursorImage.restype = ctypes.POINTER(CursorImage)


def shape():
    """`move`, `text`; empty if the program gave none."""
    display = libX11.XOpenDisplay(None)
    assert display, 'no display'
    try:
        image = libXfixes.XFixesGetCursorImage(display)
        name = (image.contents.name or b'').decode()
        libX11.XFree(image)
        return name
    finally:
        libX11.XCloseDisplay(display)
