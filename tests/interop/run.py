#!/usr/bin/env python3
"""Outside programs verify the running server's log, before and after kill -9, erasure and restart.

    python3 tests/interop/run.py --binary target/debug/langnghe

1. The two verifiers (verify.go, verify.py) themselves: a log made here must pass both, and with one byte changed must pass neither;
   a foreign log of published test vectors must pass both (skipped, and said so, where the vectors are not at hand).
2. The server: opinions, a contest and a vote are sent by form, receipts and proofs fetched, everything verified by both programs; then kill -9,
   restart, the same again with the earlier checkpoint; then one value is erased, and the same again.
Needs Debian's golang-go and golang-golang-x-mod-dev. Everything is made in a temporary folder. Closes with
"N passed, N failed" (and ", N skipped"); exit code 1 on a failure.
"""

import argparse
import http.client
import json
import os
import pathlib
import re
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

import fake_log
import verify

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SECONDS_TO_START = 60
SECONDS_TO_ERASE = 30
SECONDS_TO_PUBLISH = 20
SECONDS_TO_VERIFY = 120
FORUM = "/dien-dan/2020-01"
CLAUSE = "/dien-dan/2019-01/viec/1.1"
OPINIONS_BEFORE = 12
OPINIONS_AFTER = 5


class Results(verify.Checks):
    """Counts; a part that cannot be done here is skipped aloud."""

    def __init__(self):
        super().__init__()
        self.skipped = 0

    def skip(self, what, why):
        self.skipped += 1
        print(f"skipped {what}: {why}", flush=True)

    def close(self):
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        print(f"{self.passed} passed, {self.failed} failed{skipped}")
        return 1 if self.failed else 0


# --- the two verifiers ---


def build_go(folder):
    program = folder / "verify-go"
    environment = {**os.environ, "GOPATH": "/usr/share/gocode", "GO111MODULE": "off", "GOFLAGS": "", "GOCACHE": str(folder / "go")}
    subprocess.run(["go", "build", "-o", program, HERE / "verify.go"], env=environment, check=True)
    return program


def call(command):
    """Exit code and output of a verifier; its lines are shown, and counted nowhere."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS_TO_VERIFY)
    return done.returncode, done.stdout + done.stderr


def by_go(program, url, vkey=None, previous=None, save=None, raw=False, proofs=()):
    command = [program]
    for name, value in [("-vkey", vkey), ("-previous", previous), ("-save", save)]:
        command += [name, value] if value else []
    return call([*command, *(["-raw"] if raw else []), url, *proofs])


def by_python(url, vkey=None, previous=None, save=None, raw=False, proofs=(), receipts=()):
    command = [sys.executable, HERE / "verify.py"]
    for name, value in [("--vkey", vkey), ("--previous", previous), ("--save", save)]:
        command += [name, value] if value else []
    command += [word for path in proofs for word in ("--proof", path)]
    command += [word for path in receipts for word in ("--receipt", path)]
    return call([*command, *(["--raw"] if raw else []), url])


def accepts(result):
    code, output = result
    if code != 0:
        raise ValueError("refused:\n  | " + "\n  | ".join(output.splitlines()))
    return output.strip().splitlines()[-1]


def refuses(result):
    code, output = result
    if code != 1 or "FAILED" not in output:
        raise ValueError("accepted:\n  | " + "\n  | ".join(output.splitlines()))


def verifiers(results, go, folder):
    def both(answers, files):
        paths = {}
        for name, data in files.items():
            paths[name] = folder / name
            paths[name].write_bytes(data)
        given = {"previous": paths["earlier"], "proofs": [paths["proof"]]}
        with fake_log.Served(answers) as served:
            return by_go(go, served.url, **given), by_python(served.url, **given, receipts=[paths["receipt"]])

    answers, files = fake_log.make()
    in_go, in_python = both(answers, files)
    results.run("Go accepts a log made here", lambda: accepts(in_go))
    results.run("Python accepts a log made here", lambda: accepts(in_python))
    for name, answers_then, files_then, is_seen_by_go in fake_log.faults(answers, files):
        in_go, in_python = both(answers_then, files_then)
        if is_seen_by_go:
            results.run(f"Go refuses {name}", lambda: refuses(in_go))
        results.run(f"Python refuses {name}", lambda: refuses(in_python))


def foreign_log(results, go):
    shared = pathlib.Path(os.environ.get("LANGNGHE_SHARED") or ROOT.parent / "shared")
    folder = shared / "data" / "trust" / "tlog-tiles"
    if not folder.is_dir():
        results.skip("a foreign log of 15 entries", f"the published vectors are not in {shared}")
        return
    answers = {f"/log/{path.relative_to(folder)}": path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with fake_log.Served(answers) as served:
        for size in (0, 7, 15):
            previous = folder / f"checkpoint.{size}"
            results.run(f"Go accepts a foreign log since {size}", lambda: accepts(by_go(go, served.url, previous=previous, raw=True)))
            results.run(f"Python accepts a foreign log since {size}", lambda: accepts(by_python(served.url, previous=previous, raw=True)))


# --- the server ---


class Server:
    """The binary on a folder of its own; `--high-water` stands beside it."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        command = [self.binary, "serve", "--demo", "--data", self.folder / "data", "--listen", f"127.0.0.1:{self.port}"]
        command += ["--publish-every", "1", "--rate-limit", "off", "--high-water", self.folder / "high-water"]
        errors = self.folder / "stderr"
        with open(errors, "ab") as file:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=file)
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                if self.request("GET", "/log/checkpoint")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise ValueError("the server does not answer:\n  | " + "\n  | ".join(errors.read_text(errors="replace").splitlines()[-20:]))

    def kill(self):
        """kill -9: nothing is said, nothing is flushed."""
        if self.process:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None

    def request(self, method, path, form=None, cookie=None):
        """Status, headers, body; no redirection is followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=verify.SECONDS_TO_ANSWER)
        try:
            body = urllib.parse.urlencode(form) if form is not None else None
            headers = {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
            headers |= {"Cookie": cookie} if cookie else {}
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def get(self, path, cookie=None):
        status, _, body = self.request("GET", path, cookie=cookie)
        if status != 200:
            raise ValueError(f"{path} answers {status}")
        return body


def write(server, number, key):
    """One opinion by form; the path of its receipt."""
    form = {"y_kien": f"Ý kiến số {number}: cổng phụ thiếu đèn 💡 <b>“tối”</b>", "ly_do": "Đi ca đêm.", "ky": "khong", "nguyen_van": "1", "khoa": key}
    return sent(server, FORUM + "/viet", form)


def contest(server, key):
    """One contest of a clause by form, past the look at its words; the path of its receipt."""
    form = {"noi_dung": "Đèn ở cổng phụ vẫn chưa sáng 💡 <b>“tối”</b>", "xem": "1", "khoa": key}
    return sent(server, CLAUSE + "/phan-doi", form)


def vote(server):
    """One answer by form to the first opinion; the address of its proof, and the cookie of the voice that may have it."""
    form = {"y_kien": "1", "phieu": "dong-y", "khoa": secrets.token_hex(16)}
    status, headers, body = server.request("POST", FORUM + "/bay-to", form)
    found = re.search(r"[?&]dong=(\d+)$", headers.get("Location", ""))
    if status != 303 or not found:
        raise ValueError(f"a vote is answered {status}, {headers.get('Location')!r}: {body[:300]!r}")
    return f"{FORUM}/bay-to/bang-chung/{found[1]}.tlog-proof", headers["Set-Cookie"].split(";")[0]


def vote_proof(server, voted, folder):
    """The proof of a vote, on disk; a stranger does not get it."""
    path, cookie = voted
    status = server.request("GET", path)[0]
    if status != 404:
        raise ValueError(f"a stranger asks for the proof of a vote and is answered {status}")
    proof = folder / path.rsplit("/", 1)[1]
    proof.write_bytes(server.get(path, cookie))
    return proof


def sent(server, path, form):
    status, headers, body = server.request("POST", path, form)
    location = headers.get("Location", "")
    if status != 303 or not re.fullmatch(r"/bien-nhan/LN-[0-9A-Za-z-]+", location):
        raise ValueError(f"answer {status}, Location {location!r}: {body[:300]!r}")
    return location


def same_key(server):
    """The key's promise: the same words give the same receipt, other words are refused."""
    key = secrets.token_hex(16)
    first = write(server, 0, key)
    if write(server, 0, key) != first:
        raise ValueError("the same key and words gave another receipt")
    other = {"y_kien": "Khác", "ly_do": "", "ky": "khong", "nguyen_van": "1", "khoa": key}
    status, _, _ = server.request("POST", FORUM + "/viet", other)
    if status != 422:
        raise ValueError(f"the same key with other words answers {status}")
    return first


def fetch(server, receipt, folder):
    """The two files of a receipt, on disk; and the size of the log that its proof speaks of."""
    name = receipt.rsplit("/", 1)[1]
    proof, opened = folder / f"{name}.tlog-proof", folder / f"{name}.json"
    proof.write_bytes(server.get(receipt + ".tlog-proof"))
    opened.write_bytes(server.get(receipt + ".json"))
    size = int(proof.read_bytes().partition(b"\n\n")[2].split(b"\n")[1])
    return proof, opened, max(size, json.loads(opened.read_bytes())["seq"] + 1)


def wait_until_published(server, size):
    """The public checkpoint moves each second; it must soon have this size."""
    end = time.monotonic() + SECONDS_TO_PUBLISH
    while int(server.get("/log/checkpoint").split(b"\n")[1]) < size:
        if time.monotonic() > end:
            raise ValueError(f"the public checkpoint has not reached {size} entries after {SECONDS_TO_PUBLISH} s")
        time.sleep(0.05)


def verified(results, when, go, server, folder, receipts, voted, vkey, previous):
    """Both programs on the whole log, all receipts and proofs; keeps the checkpoint for the next time."""
    fetched = results.run(f"{when}: every receipt has its files", lambda: [fetch(server, receipt, folder) for receipt in receipts])
    if not isinstance(fetched, list):
        return previous
    proofs, opened = [one[0] for one in fetched], [one[1] for one in fetched]
    of_vote = voted and results.run(f"{when}: the vote has its proof", lambda: vote_proof(server, voted, folder))
    proofs += [of_vote] if of_vote else []
    results.run(f"{when}: published", lambda: wait_until_published(server, max([one[2] for one in fetched], default=0)))
    kept = folder / f"checkpoint {when}"
    given = {"vkey": vkey, "previous": previous, "save": kept, "proofs": proofs}
    results.run(f"{when}: Go verifies", lambda: accepts(by_go(go, server.url, **given)))
    results.run(f"{when}: Python verifies", lambda: accepts(by_python(server.url, **given, receipts=opened)))
    return kept if kept.exists() else previous


def erase(server, receipt):
    """The author takes an opinion back by its receipt: its words are erased, in the store's files too."""
    opened = json.loads(server.get(receipt + ".json"))
    salts = [bytes.fromhex(one["salt"]) for one in opened["values"].values()]
    if not salts:
        raise ValueError("the receipt opens nothing")
    status, headers, body = server.request("POST", receipt + "/rut", {"khoa": secrets.token_hex(16)})
    if status != 303:
        raise ValueError(f"taking back answers {status}: {body[:300]!r}")
    end = time.monotonic() + SECONDS_TO_ERASE
    while True:
        left = json.loads(server.get(receipt + ".json"))["values"]
        files = [path for path in (server.folder / "data").rglob("*") if path.is_file()]
        kept = [path.name for path in files for salt in salts if salt in path.read_bytes()]
        if not left and not kept:
            return
        if time.monotonic() > end:
            raise ValueError(f"after {SECONDS_TO_ERASE} s the receipt still opens {list(left)}, and a salt is in {kept}")
        time.sleep(0.05)


def the_server(results, go, binary, folder):
    server = Server(binary, folder)
    try:
        if results.run("the server starts", server.start) is None:
            return
        vkey = server.get("/log/vkey").decode().strip()
        receipts = [results.run("a key gives one receipt", lambda: same_key(server))]
        for number in range(1, OPINIONS_BEFORE):
            receipts.append(results.run(f"opinion {number}", lambda: write(server, number, secrets.token_hex(16))))
        receipts.append(results.run("a contest", lambda: contest(server, secrets.token_hex(16))))
        receipts = [receipt for receipt in receipts if receipt]
        voted = results.run("a vote", lambda: vote(server))
        kept = verified(results, "before", go, server, folder, receipts, voted, vkey, None)
        server.kill()
        if results.run("the server starts after kill -9", server.start) is None:
            return
        kept = verified(results, "after kill -9", go, server, folder, receipts, voted, vkey, kept)
        for number in range(OPINIONS_AFTER):
            receipts.append(results.run(f"opinion {number} after", lambda: write(server, number, secrets.token_hex(16))))
        receipts = [receipt for receipt in receipts if receipt]
        kept = verified(results, "with more", go, server, folder, receipts, voted, vkey, kept)
        last = receipts.pop()
        results.run("an opinion is taken back and its words are gone", lambda: erase(server, last))
        kept = verified(results, "after erasure", go, server, folder, receipts, voted, vkey, kept)
        server.kill()
        if results.run("the server starts after erasure", server.start) is not None:
            verified(results, "after erasure and restart", go, server, folder, receipts, voted, vkey, kept)
    finally:
        server.kill()


def main():
    options = argparse.ArgumentParser(description="outside programs verify the running server's log")
    options.add_argument("--binary", required=True, type=pathlib.Path)
    options = options.parse_args()
    results = Results()
    with tempfile.TemporaryDirectory(prefix="langnghe-interop-") as name:
        folder = pathlib.Path(name)
        go = results.run("the Go verifier builds", lambda: build_go(folder))
        if go:
            verifiers(results, go, folder)
            foreign_log(results, go)
            the_server(results, go, options.binary.resolve(), folder)
    return results.close()


if __name__ == "__main__":
    sys.exit(main())
