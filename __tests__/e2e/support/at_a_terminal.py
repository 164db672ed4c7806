"""Runs a program at a terminal, and types an answer whenever it asks a question.

Usage: at_a_terminal.py ANSWERS PROGRAM ARGUMENT...
ANSWERS is JSON: [["what is shown", "what is typed"], ...]
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

answers = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    time.sleep(0.2)  # until the terminal has its size
    os.execvp(sys.argv[2], sys.argv[2:])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))

shown = b""
end = time.monotonic() + 90
while time.monotonic() < end:
    if not select.select([terminal], [], [], 1)[0]:
        continue
    try:
        new = os.read(terminal, 4096)
    except OSError:  # the program has ended
        break
    if not new:
        break
    shown += new
    if answers and answers[0][0].encode() in shown:
        shown = b""
        time.sleep(0.3)
        os.write(terminal, answers.pop(0)[1].encode())
    sys.stdout.buffer.write(new)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) if time.monotonic() < end else 124)
