"""A small log made here, whole or with one fault, to see that both verifiers accept the one and refuse the other.

It has what the product's log has: digests as records, private entries, a value sealed in an entry, a receipt, a proof, more than
two tiles. Nothing of the product is used, so the verifiers are tested before there is a server, and against more than it.
"""

import base64
import hashlib
import http.server
import json
import threading

import verify

NAME = "interop.example/log"
SEED = bytes(range(32))
SIZE = 600
EARLIER = 300
SEALED_AT = 417
FIELD = "y_kien"


def sign(message):
    """RFC 8032 section 5.1.6, with the fixed key of this log."""
    head = hashlib.sha512(SEED).digest()
    scalar = int.from_bytes(head[:32], "little") & (2**254 - 8) | 2**254
    key = compress(verify.times(scalar, verify.BASE))
    r = int.from_bytes(hashlib.sha512(head[32:] + message).digest(), "little") % verify.ORDER
    point = compress(verify.times(r, verify.BASE))
    k = int.from_bytes(hashlib.sha512(point + key + message).digest(), "little") % verify.ORDER
    return key, point + ((r + k * scalar) % verify.ORDER).to_bytes(32, "little")


def compress(point):
    inverse = pow(point[2], -1, verify.P)
    x, y = point[0] * inverse % verify.P, point[1] * inverse % verify.P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def inclusion(index, leaves):
    """The hashes from the leaf's sibling up to the root's child (RFC 6962 section 2.1.1)."""
    if len(leaves) == 1:
        return []
    half = 1 << (len(leaves) - 1).bit_length() - 1
    if index < half:
        return inclusion(index, leaves[:half]) + [verify.root_of(leaves[half:])]
    return inclusion(index - half, leaves[half:]) + [verify.root_of(leaves[:half])]


def checkpoint(leaves):
    root = base64.b64encode(verify.root_of(leaves)).decode()
    text = f"{NAME}\n{len(leaves)}\n{root}\n".encode()
    key, signature = sign(text)
    key_hash = hashlib.sha256(NAME.encode() + b"\n\x01" + key).digest()[:4]
    line = f"\n— {NAME} {base64.b64encode(key_hash + signature).decode()}\n".encode()
    vkey = f"{NAME}+{key_hash.hex()}+{base64.b64encode(bytes([1]) + key).decode()}"
    return text + line, vkey


def paths(level, hashes, render):
    """Each tile's path and bytes."""
    for first in range(0, len(hashes), verify.TILE_WIDTH):
        part = hashes[first : first + verify.TILE_WIDTH]
        width = "" if len(part) == verify.TILE_WIDTH else f".p/{len(part)}"
        yield f"/log/tile/{level}/{first // verify.TILE_WIDTH:03}{width}", render(part)


def make():
    """All answers by path, and the files a person would hold."""
    salt, value = bytes(range(32, 64)), "Cần thêm đèn ở cổng số 2 “tối nay”"
    commitment = hashlib.sha256(salt + value.encode()).hexdigest()
    entries = [json.dumps({"seq": seq, "kind": "forum.made_up", "data": {"n": seq}}).encode() for seq in range(SIZE)]
    entries[SEALED_AT] = json.dumps({"seq": SEALED_AT, "data": {"sealed": [{FIELD: commitment}]}}).encode()
    digests = [hashlib.sha256(entry).digest() for entry in entries]
    leaves = [verify.leaf_hash(digest) for digest in digests]
    message, vkey = checkpoint(leaves)
    answers = {"/log/vkey": vkey.encode() + b"\n", "/log/checkpoint": message}
    answers.update(paths("entries", digests, lambda part: b"".join(len(d).to_bytes(2, "big") + d for d in part)))
    level, hashes = 0, leaves
    while hashes:
        answers.update(paths(level, hashes, b"".join))
        full = len(hashes) // verify.TILE_WIDTH
        hashes = [verify.root_of(hashes[i * verify.TILE_WIDTH : (i + 1) * verify.TILE_WIDTH]) for i in range(full)]
        level += 1
    # Every fifth entry is private.
    answers.update((f"/log/entry/{seq}", entry) for seq, entry in enumerate(entries) if seq % 5)
    earlier, _ = checkpoint(leaves[:EARLIER])
    hashes = "".join(base64.b64encode(hash_).decode() + "\n" for hash_ in inclusion(SEALED_AT, leaves))
    receipt = {"seq": SEALED_AT, "entry": entries[SEALED_AT].decode(), "values": {FIELD: {"salt": salt.hex(), "value": value}}}
    files = {
        "earlier": earlier,
        "proof": f"c2sp.org/tlog-proof@v1\nindex {SEALED_AT}\n{hashes}\n".encode() + message,
        "receipt": json.dumps(receipt, ensure_ascii=False).encode(),
    }
    return answers, files


def flip(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def faults(answers, files):
    """Each fault: its name, the answers and files with it, and whether the Go program sees receipts (it does not)."""
    for path, at in [
        ("/log/checkpoint", len(NAME) + 2),
        ("/log/checkpoint", len(answers["/log/checkpoint"]) - 10),
        ("/log/vkey", len(answers["/log/vkey"]) - 10),
        ("/log/tile/entries/001", 700),
        ("/log/tile/entries/002.p/88", 40),
        ("/log/tile/0/001", 99),
        ("/log/tile/1/000.p/2", 5),
        ("/log/entry/7", 3),
    ]:
        yield f"byte {at} of {path}", {**answers, path: flip(answers[path], at)}, files, True
    without = {path: body for path, body in answers.items() if path != "/log/tile/entries/000"}
    yield "a bundle that is not there", without, files, True
    for name, at, is_seen in [("earlier", len(NAME) + 6, True), ("proof", 60, True), ("proof", 31, True)]:
        yield f"byte {at} of the {name}", answers, {**files, name: flip(files[name], at)}, is_seen
    other = {**files, "receipt": files["receipt"].replace("số 2".encode(), "số 3".encode())}
    yield "another word in the receipt", answers, other, False
    other = {**files, "receipt": files["receipt"].replace(f'"seq": {SEALED_AT}'.encode(), f'"seq": {SEALED_AT - 1}'.encode())}
    yield "another number in the receipt", answers, other, False


class Served:
    """Answers over HTTP on a free port of this machine."""

    def __init__(self, answers):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = answers.get(self.path)
                self.send_response(404 if body is None else 200)
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
