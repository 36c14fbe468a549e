# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import time

time.sleep(1)
os.system("rm")
subprocess.run("rm", shell=True)  # shell=True in a comment is none
