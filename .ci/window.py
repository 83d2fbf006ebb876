"""Drives the program's real window through the accessibility tree and proves what each press does.

window.py PROGRAM FOLDER: a consultation from the worked example to the sheet, another by keyboard alone, then the disk full
at many bytes and the program killed at many moments.
"""

import os
import pathlib
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 30.0
# At how many moments the program is killed, and how much work may be lost then.
KILLS = int(os.environ.get("KILLS", "50"))
# At how many bytes of a plan the disk is full.
ROOMS = int(os.environ.get("ROOMS", "20"))
SECOND = 1.0


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
        if node.get_name() == name and (not pressable or node.get_action_iface() is not None):
            return node
    return None


def entry(name):
    """The field of this name that is typed into, and not a menu that is called the same."""
    for node in nodes(Atspi.get_desktop(0)):
        if node.get_name() == name and node.get_role() in (Atspi.Role.ENTRY, Atspi.Role.SPIN_BUTTON):
            return node
    return None


def number(name):
    """The field of this name that holds a number."""
    for node in nodes(Atspi.get_desktop(0)):
        if node.get_name() == name and node.get_value_iface() is not None:
            return node.get_value_iface()
    return None


def wait_for(what, condition):
    """Waits until a condition holds, and fails with what was waited for."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = condition()
        except gi.repository.GLib.Error:
            found = None  # Something went away while we looked: look again.
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f"waited in vain for {what}")


def press(name):
    """Presses the control of this name; one that went away before it was pressed is looked for again."""
    wait_for(f"a control called {name!r}", lambda: (node := find(name, pressable=True)) and node.get_action_iface().do_action(0))


def begins(name):
    """The first control whose name begins so: what it stands for follows."""
    for node in nodes(Atspi.get_desktop(0)):
        if (node.get_name() or "").startswith(name) and node.get_action_iface() is not None:
            return node
    return None


def open_fields(name):
    """Opens the fields of the sentence or phrase of this name."""
    wait_for(f"a control called {name}…", lambda: (node := begins(name)) and node.get_action_iface().do_action(0))


def keys(*args):
    """Presses keys as on a keyboard."""
    subprocess.run(["xdotool", *args], check=True)


def type_into(name, text):
    """Replaces what stands in the field of this name."""
    wait_for(f"a field called {name!r}", lambda: (node := entry(name)) and node.get_component_iface().grab_focus())
    time.sleep(0.3)
    keys("key", "ctrl+a")
    keys("type", text)


def choose(menu, command):
    """Opens a menu of the menu, and chooses a command."""
    press("Menu")
    press(menu)
    press(command)


def wait_on_disk(path, text):
    """Waits until a file holds a text."""
    wait_for(f"{path} to hold {text!r}", lambda: path.exists() and text in path.read_text(encoding="utf-8"))


def consultation(program, plan):
    """A whole consultation: change a price, add an option, undo, save, close, reopen, make the sheet."""
    window = subprocess.Popen([program])
    try:
        press("Worked example")
        open_fields("Price, Microneedling: ")
        type_into("Price a session, typical", "400.00")
        wait_for("the new total", lambda: find("A · Microneedling, $3,600", pressable=True))
        print("a typed price shows in the table of options")
        keys("key", "Escape")
        wait_for("the fields to close", lambda: not find("Price a session, typical"))
        press("Add option")
        wait_for("the new option in the table", lambda: begins("E · Radiofrequency microneedling, "))
        print("a press on \"Add option\" adds a usual option that was not there yet")
        press("Undo: add option")
        wait_for("the option to go", lambda: not begins("E · "))
        print("undo takes it back")
        press("A · Microneedling, $3,600")
        keys("key", "ctrl+d")
        wait_for("the copy", lambda: find("E · Microneedling (copy), $3,600", pressable=True))
        choose("File", "Save")
        type_into("File", str(plan))
        press("Save")
        wait_on_disk(plan, "Microneedling (copy)")
        assert "400.00" in plan.read_text(encoding="utf-8"), "the price is in the file"
        print("save asks where and writes it")
        choose("File", "Quit")
        wait_for("the window to close", lambda: window.poll() is not None)
        assert window.returncode == 0, f"the program ended with {window.returncode}"
        print("quit closes the window, nothing being unsaved")
    finally:
        window.kill()
        window.wait()
    subprocess.run([program, "check", plan], check=True, stdout=subprocess.DEVNULL)
    window = subprocess.Popen([program, plan])
    try:
        wait_for("the plan as it was saved", lambda: find("E · Microneedling (copy), $3,600", pressable=True))
        print("the plan opens as it was saved")
        press("Consultation sheet")
        press("Open as PDF")
        sheets = pathlib.Path(os.environ["XDG_CACHE_HOME"], "collagen-ledger", "sheets")
        sheet = wait_for("the sheet", lambda: next(iter(sheets.glob("*.pdf")), None))
        assert sheet.read_bytes().startswith(b"%PDF"), "the sheet is a PDF"
        print("the sheet is made")
    finally:
        window.kill()
        window.wait()


class Keyboard:
    """A keyboard and nothing else; it counts what is pressed."""

    def __init__(self):
        self.strokes = 0

    def press(self, *names):
        """Presses keys one after the other."""
        for name in names:
            keys("key", name)
            self.strokes += 1
            time.sleep(0.1)

    def type(self, text):
        """Types a text."""
        keys("type", text)
        self.strokes += len(text)

    def go_to(self, name, key="Tab"):
        """Goes on until what has the focus is called so, or begins so."""
        for _ in range(40):
            found = wait_for("something in focus or nothing", lambda: [focused()])[0]
            if found.startswith(name):
                return
            self.press(key)
        sys.exit(f"{key} does not lead to {name!r}")


def focused():
    """What has the focus, by its name; empty if it is the window itself."""
    for node in nodes(Atspi.get_desktop(0)):
        if node.get_role() != Atspi.Role.FRAME and node.get_state_set().contains(Atspi.StateType.FOCUSED):
            return node.get_name() or ""
    return ""


# The most keys that a whole consultation may take.
MOST = 120


def by_keyboard(program):
    """A whole consultation without a pointer: begin, name the client, change a price, save, make the sheet, quit."""
    # A path as short as a person's, wherever the other files of this run lie.
    folder = tempfile.TemporaryDirectory(dir="/tmp", prefix="k")
    plan, board = pathlib.Path(folder.name, "k.ron"), Keyboard()
    sheets = pathlib.Path(os.environ["XDG_CACHE_HOME"], "collagen-ledger", "sheets")
    before = set(sheets.glob("*.pdf"))
    window = subprocess.Popen([program])
    try:
        wait_for("the start page", lambda: find("Show options"))
        board.press("Return")
        wait_for("the options", lambda: begins("A · Microneedling, $3,150"))
        board.press("F6")
        board.go_to("Client: ")
        board.press("Return")
        board.go_to("Reference")
        board.type("Anna")
        board.press("Escape")
        wait_for("the client's name", lambda: begins("Client: Anna"))
        board.go_to("Name", "F6")
        board.go_to("Price, Microneedling: ")
        board.press("Return")
        board.go_to("Price a session, typical")
        board.press("ctrl+a")
        board.type("400")
        board.press("Escape")
        wait_for("the new total", lambda: begins("A · Microneedling, $3,600"))
        board.press("ctrl+s")
        board.go_to("File")
        board.press("ctrl+a")
        board.type(str(plan))
        board.press("Return")
        wait_on_disk(plan, "Anna")
        board.press("ctrl+p")
        wait_for("the sheet", lambda: find("Open as PDF", pressable=True))
        board.go_to("Open as PDF")
        board.press("Return")
        wait_for("the sheet as a file", lambda: set(sheets.glob("*.pdf")) - before)
        board.press("ctrl+q")
        wait_for("the window to close", lambda: window.poll() is not None)
    finally:
        window.kill()
        window.wait()
    assert board.strokes <= MOST, f"{board.strokes} keys"
    print(f"a whole consultation takes {board.strokes} keys and no pointer")


def comes_back(program, plan):
    """Unsaved work comes back after the program is killed."""
    window = subprocess.Popen([program, plan])
    try:
        press("What can be done with option A")
        press("Remove option")
        wait_for("the option to go", lambda: not find("A · Microneedling, $3,600"))
        time.sleep(SECOND)
    finally:
        window.kill()
        window.wait()
    window = subprocess.Popen([program])
    try:
        wait_for("the work to come back", lambda: find("B · Needling with PRP, $5,425"))
        assert not find("A · Microneedling, $3,600"), "the change is there"
        print("unsaved work comes back after a crash")
    finally:
        window.kill()
        window.wait()


def age_in(path):
    """The client's age in a plan file, or none if there is no such file."""
    try:
        return int(re.search(r"age: (\d+)", path.read_text(encoding="utf-8")).group(1))
    except FileNotFoundError:
        return None


def newest(plan, kept):
    """The client's age in the newest work there is: what is kept for a crash, or else the plan."""
    files = sorted(kept.glob("*.ron"), key=lambda path: path.stat().st_mtime)
    return age_in(files[-1]) if files else age_in(plan)


def says(text):
    """Whether anything in the window says this."""
    return any(text in (node.get_name() or "") for node in nodes(Atspi.get_desktop(0)))


def full_disk(program, folder):
    """No room on the disk at each of many bytes of what a window saves and keeps: it is said, and nothing is lost."""
    plan = folder / "full.clplan"
    subprocess.run([program, "new", "-o", plan], check=True)
    before = plan.read_bytes()
    # As on a full disk, a write fails; nothing ends the program.
    ignored = lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # noqa: E731
    window = subprocess.Popen([program, plan], preexec_fn=ignored)
    room = lambda most: resource.prlimit(window.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))  # noqa: E731
    try:
        open_fields("Client: ")
        field = wait_for("the age", lambda: number("Age"))
        limits = sorted({*range(0, len(before), max(1, len(before) // ROOMS)), len(before) - 1})
        for at, most in enumerate(limits):
            room(most)
            field.set_current_value(31 + at % 60)
            keys("key", "ctrl+s")
            wait_for("what went wrong", lambda: says("cannot be written"))
            assert plan.read_bytes() == before, f"with room for {most} bytes the plan is not what it was"
            left = [path.name for path in folder.iterdir() if path.name.endswith(".tmp") or path.stat().st_size == most > 0]
            assert not left, f"with room for {most} bytes these stay: {left}"
            room(resource.RLIM_INFINITY)
            keys("key", "ctrl+s")
            wait_for("what was typed", lambda: age_in(plan) == 31 + at % 60)
            before = plan.read_bytes()
            wait_for("the complaint to go", lambda: not says("cannot be written"))
    finally:
        window.kill()
        window.wait()
    print(f"without room on the disk at {len(limits)} bytes of a plan it says so, and goes on when there is room")


def killed(program, folder):
    """Kills the program at many moments of editing and saving: at most the last second is lost."""
    kept = pathlib.Path(os.environ["XDG_STATE_HOME"], "collagen-ledger", "unsaved")
    chance = random.Random(50)
    for moment in range(KILLS):
        for file in kept.glob("*"):
            file.unlink()
        plan = folder / f"killed-{moment}.ron"
        subprocess.run([program, "new", "-o", plan], check=True)
        window = subprocess.Popen([program, plan])
        made = []
        try:
            open_fields("Client: ")
            field = wait_for("the age", lambda: number("Age"))
            # Each moment of the first three seconds of work is met by some kill; every sixth change is saved.
            end = time.monotonic() + 0.1 + 3.0 * (moment + chance.random()) / KILLS
            while time.monotonic() < end:
                age = 31 + len(made) % 60
                field.set_current_value(age)
                made.append((time.monotonic(), age))
                if len(made) % 6 == 0:
                    keys("key", "ctrl+s")
                time.sleep(0.05 + 0.1 * chance.random())
        finally:
            window.kill()
            killed_at = time.monotonic()
            window.wait()
        found = newest(plan, kept)
        must_hold = [age for when, age in made if when < killed_at - SECOND]
        allowed = [age for when, age in made if when >= killed_at - SECOND] + (must_hold[-1:] or [30])
        assert found in allowed, f"kill {moment}: found age {found}, but {must_hold[-1:]} was typed a second before"
        for file in [plan, *kept.glob("*.ron")]:
            subprocess.run([program, "check", file], check=True, stdout=subprocess.DEVNULL)
    print(f"killed at {KILLS} moments of editing and saving, it never lost more than the last second")


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    Atspi.init()
    plan = folder / "plan.ron"
    consultation(program, plan)
    by_keyboard(program)
    comes_back(program, plan)
    full_disk(program, folder)
    killed(program, folder)


main()
