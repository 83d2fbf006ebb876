"""Drives the program's real window through the accessibility tree and proves what each press does."""

import os
import pathlib
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 30.0


def nodes(node):
    """All nodes of the tree below a node."""
    yield node
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None:
            yield from nodes(child)


def find(name, pressable=False):
    """The first node of this name."""
    for node in nodes(Atspi.get_desktop(0)):
        try:
            if node.get_name() == name and (not pressable or node.get_action_iface() is not None):
                return node
        except gi.repository.GLib.Error:
            continue  # It went away while we looked.
    return None


def wait_for(what, condition):
    """Waits until a condition holds, and fails with what was waited for."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f"waited in vain for {what}")


def press(name):
    """Presses the control of this name."""
    node = wait_for(f"a control called {name!r}", lambda: find(name, pressable=True))
    node.get_action_iface().do_action(0)


def choose(menu, command):
    """Opens a menu, chooses a command, and waits until the menu has closed."""
    press(menu)
    press(command)
    wait_for(f"the menu {menu} to close", lambda: not find("Save as…"))


def wait_on_disk(path, text):
    """Waits until a file holds a text."""
    wait_for(f"{path} to hold {text!r}", lambda: text in open(path, encoding="utf-8").read())


def walk(program, plan):
    """A consultation from the worked example to the sheet."""
    before = open(plan, encoding="utf-8").read()
    window = subprocess.Popen([program, plan])
    try:
        press("Add option")
        wait_for("the new option in the list", lambda: find("E · Option E, $3,150", pressable=True))
        print("a press on \"Add option\" adds the option to list, charts and table")
        press("Undo: add option")
        wait_for("the option to go", lambda: not find("E · Option E, $3,150"))
        print("undo takes it back")
        press("Duplicate option")
        wait_for("the copy", lambda: find("E · Microneedling (copy), $3,150", pressable=True))
        choose("File", "Save")
        wait_on_disk(plan, "Microneedling (copy)")
        assert before.count("Option(") + 1 == open(plan, encoding="utf-8").read().count("Option(")
        print("save writes it")
        press("Consultation sheet")
        sheets = pathlib.Path(os.environ["XDG_CACHE_HOME"], "collagen-ledger", "sheets")
        sheet = wait_for("the sheet", lambda: next(iter(sheets.glob("*.pdf")), None))
        assert sheet.read_bytes().startswith(b"%PDF"), "the sheet is a PDF"
        print("the sheet is made")
        press("File")
        press("Quit")
        wait_for("the window to close", lambda: window.poll() is not None)
        assert window.returncode == 0, f"the program ended with {window.returncode}"
        print("quit closes the window, nothing being unsaved")
        subprocess.run([program, "check", plan], check=True, stdout=subprocess.DEVNULL)
    finally:
        window.kill()
        window.wait()


def crash(program, plan):
    """Unsaved work comes back after the program is killed."""
    window = subprocess.Popen([program, plan])
    try:
        press("Remove option")
        wait_for("the option to go", lambda: not find("A · Microneedling, $3,150"))
        time.sleep(1.0)
    finally:
        window.kill()
        window.wait()
    window = subprocess.Popen([program])
    try:
        wait_for("the work to come back", lambda: find("B · Needling with PRP, $5,425"))
        assert not find("A · Microneedling, $3,150"), "the change is there"
        print("unsaved work comes back after a crash")
    finally:
        window.kill()
        window.wait()


def main():
    program, plan = sys.argv[1:3]
    subprocess.run([program, "new", "-o", plan], check=True)
    Atspi.init()
    walk(program, plan)
    crash(program, plan)


main()
