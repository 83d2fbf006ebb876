#!/usr/bin/env python3
"""full-disk.py PROGRAM [MOST]: the disk is full at each byte of each file that a command writes.

With MOST, at so many bytes of each. Whatever fails leaves what was there before, whole, and nothing half written beside it; and it is said in one sentence.
"""
import concurrent.futures, os, resource, shutil, signal, subprocess, sys, tempfile

program = os.path.abspath(sys.argv[1])
home = tempfile.mkdtemp()
environment = {**os.environ, "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "XDG_STATE_HOME": home, "HOME": home}


# A record entry's moment has a fraction of up to nine digits and is written without its last noughts: two runs differ by that.
SPREAD = 9


def run(args, folder, limit=None):
    def limited():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run([program, *args], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                          preexec_fn=None if limit is None else limited)
    return done.returncode, done.stderr.decode()


def content(folder):
    held = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            held[name] = file.read()
    return held


def at(case, prepared, limit, size):
    """What is wrong when files can have this many bytes; nothing if all is well."""
    name, args, _ = case
    with tempfile.TemporaryDirectory() as folder:
        for file, text in prepared.items():
            with open(os.path.join(folder, file), "wb") as written:
                written.write(text)
        code, said = run(args, folder, limit)
        if code != 0 and limit >= size + SPREAD:
            return f"{name}, {limit} bytes are enough: said {said!r}"
        if code == 0:
            return None if limit >= size - SPREAD else f"{name}, {limit} bytes: called done"
        if content(folder) != prepared:
            return f"{name}, {limit} bytes: something else is there than before"
        lines = said.strip().splitlines()
        return None if len(lines) == 1 and "cannot be written" in lines[0] else f"{name}, {limit} bytes: said {said!r}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.clplan")
        for args in (["new", "-c", "hair", "-o", path], ["issue", path, "--number", "CL-1", "--on", "2026-11-01"]):
            code, said = run(args, folder)
            assert code == 0, said
            # One year is written as ten are, and leaves fewer bytes to try.
            with open(path, encoding="utf-8") as file:
                text = file.read()
            with open(path, "w", encoding="utf-8") as file:
                file.write(text.replace("horizon_years: 5", "horizon_years: 1") if "log: []" in text else text)
        plan = content(folder)["plan.clplan"]
    cases = [
        ("a new plan", ["new", "-c", "hair", "-o", "new.clplan"], {}),
        ("an answer", ["answer", "plan.clplan", "declined", "--on", "2026-11-02"], {"plan.clplan": plan}),
        ("a table", ["export", "plan.clplan", "--what", "comparison-csv", "-o", "all.csv"], {"plan.clplan": plan}),
        ("a price list", ["prices", "export", "-o", "prices.csv"], {}),
        ("a calendar", ["export", "plan.clplan", "--what", "calendar", "--option", "A", "-o", "a.ics"], {"plan.clplan": plan}),
    ]
    wrong, tried = [], 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as several:
        for case in cases:
            name, args, prepared = case
            with tempfile.TemporaryDirectory() as folder:
                for file, text in prepared.items():
                    with open(os.path.join(folder, file), "wb") as written:
                        written.write(text)
                code, said = run(args, folder)
                assert code == 0, said
                after = content(folder)
            size = max(len(text) for file, text in after.items() if prepared.get(file) != text)
            step = max(1, size // int(sys.argv[2])) if len(sys.argv) > 2 else 1
            limits = sorted({*range(0, size, step), size - SPREAD - 1, size, size + SPREAD})
            found = [one for one in several.map(lambda limit: at(case, prepared, limit, size), limits) if one]
            tried += len(limits)
            wrong += found
            print(f"{name}: {size} bytes, {len(limits)} limits, {len(found)} wrong", flush=True)
    for one in wrong[:20]:
        print(one)
    print(f"{tried} times without room, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


try:
    main()
finally:
    shutil.rmtree(home)
