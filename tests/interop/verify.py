#!/usr/bin/env python3
"""A stranger's verifier of the public log and of a receipt, with nothing but Python 3's standard library.

    python3 verify.py [--vkey KEY] [--previous FILE] [--save FILE] [--raw] [--receipt FILE.json …] [--proof FILE.tlog-proof …] URL

It trusts the key at URL/log/vkey (or the one given) and no answer besides: the checkpoint's signature (Ed25519, RFC 8032) is
verified here, every leaf is computed anew from the entry bundles (RFC 6962 hashes), the tiles and the root are compared, the
log must extend the checkpoint in --previous, the bytes at /log/entry/<seq> must have the recorded digest (404 = private, counted).
A receipt is {seq, entry, values: {field: {salt, value}}}: the entry's bytes have the digest at seq, and each value with its salt
gives the commitment that stands in the entry under the field's name. A proof is a C2SP tlog-proof. --raw is for a log whose
records are the entries themselves. Closes with "N passed, N failed"; exit code 1 on a failure.
"""

import argparse
import base64
import hashlib
import json
import sys
import urllib.error
import urllib.request

TILE_WIDTH = 256
SECONDS_TO_ANSWER = 30


def sha256(data):
    return hashlib.sha256(data).digest()


# --- Ed25519 verification, RFC 8032 section 5.1.7: S·B = R + k·A in extended coordinates ---

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
SQRT_MINUS_1 = pow(2, (P - 1) // 4, P)


def point(data):
    """Reads a compressed point as (X, Y, Z, T); an error when there is none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * SQRT_MINUS_1 % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign):
        raise ValueError("not a point of the curve")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, p):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, p)
        p, number = add(p, p), number >> 1
    return result


BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def is_signed(key, message, signature):
    try:
        a, r = point(key), point(signature[:32])
    except ValueError:
        return False
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    left, right = times(s, BASE), add(r, times(k, a))
    same = not (left[0] * right[2] - right[0] * left[2]) % P and not (left[1] * right[2] - right[1] * left[2]) % P
    return len(signature) == 64 and s < ORDER and same


# --- C2SP signed-note and tlog-checkpoint ---


def read_vkey(text):
    """name+hash+base64(algorithm ‖ key): the name, the four bytes that signatures begin with, the Ed25519 key."""
    name, key_hash, data = text.strip().split("+", 2)
    data = base64.b64decode(data, validate=True)
    if data[0] != 1 or len(data) != 33 or sha256(name.encode() + b"\n" + data)[:4].hex() != key_hash:
        raise ValueError("not the key of an Ed25519 log")
    return name, bytes.fromhex(key_hash), data[1:]


def open_checkpoint(message, vkey):
    """The size and root of a checkpoint that this key has signed."""
    name, key_hash, key = vkey
    text, _, signatures = message.rpartition(b"\n\n")
    text += b"\n"
    for line in signatures.decode().splitlines():
        dash, signer, data = line.split(" ")
        data = base64.b64decode(data, validate=True)
        if dash == "—" and signer == name and data[:4] == key_hash and is_signed(key, text, data[4:]):
            origin, size, root = text.decode().split("\n")[:3]
            if origin != name or str(int(size)) != size or int(size) < 0:
                raise ValueError("not a checkpoint of " + name)
            return int(size), base64.b64decode(root, validate=True)
    raise ValueError("no good signature of " + name)


# --- RFC 6962 tree ---


def leaf_hash(record):
    return sha256(b"\0" + record)


def node_hash(left, right):
    return sha256(b"\1" + left + right)


def root_of(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"")
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(root_of(leaves[:half]), root_of(leaves[half:]))


def root_from_proof(index, size, leaf, hashes):
    """RFC 9162 section 2.1.3.2: the root that an inclusion proof leads to."""
    if index >= size:
        raise ValueError("the index is outside the tree")
    at, last, hash_, hashes = index, size - 1, leaf, list(hashes)
    for sibling in hashes:
        if last == 0:
            raise ValueError("the proof is too long")
        if at & 1 or at == last:
            hash_ = node_hash(sibling, hash_)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            hash_ = node_hash(hash_, sibling)
        at, last = at >> 1, last >> 1
    if last:
        raise ValueError("the proof is too short")
    return hash_


# --- the log over HTTP ---


class Log:
    def __init__(self, url):
        self.url = url.rstrip("/")

    def get(self, path):
        """Body of an answer 200; of a 404, nothing."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=SECONDS_TO_ANSWER) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == 404:
                return None
            raise

    def tile(self, level, number, width):
        """C2SP path: groups of three digits, all but the last with an x; `.p/W` when it is not full."""
        groups = [f"{number % 1000:03}"]
        while number := number // 1000:
            groups.insert(0, f"x{number % 1000:03}")
        path = f"/log/tile/{level}/{'/'.join(groups)}" + (f".p/{width}" if width < TILE_WIDTH else "")
        data = self.get(path)
        if data is None:
            raise ValueError(path + " is not there")
        return data

    def records(self, size):
        records = []
        for first in range(0, size, TILE_WIDTH):
            width = min(TILE_WIDTH, size - first)
            bundle = self.tile("entries", first // TILE_WIDTH, width)
            for _ in range(width):
                length = int.from_bytes(bundle[:2], "big")
                if len(bundle) < 2 + length:
                    raise ValueError(f"the bundle from {first} is cut off")
                records.append(bundle[2 : 2 + length])
                bundle = bundle[2 + length :]
            if bundle:
                raise ValueError(f"the bundle from {first} is too long")
        return records

    def check_tiles(self, leaves):
        """Every tile of every level holds what the leaves give."""
        level, hashes = 0, leaves
        while hashes:
            for first in range(0, len(hashes), TILE_WIDTH):
                part = hashes[first : first + TILE_WIDTH]
                if self.tile(level, first // TILE_WIDTH, len(part)) != b"".join(part):
                    raise ValueError(f"tile {first // TILE_WIDTH} of level {level} has other hashes")
            full = len(hashes) // TILE_WIDTH
            hashes = [root_of(hashes[i * TILE_WIDTH : (i + 1) * TILE_WIDTH]) for i in range(full)]
            level += 1


def check_extends(leaves, older):
    """With all leaves at hand, an older checkpoint is right exactly when the first of them give its root."""
    size, root = older
    if size > len(leaves):
        raise ValueError(f"the log had {size} entries and now has {len(leaves)}")
    if root_of(leaves[:size]) != root:
        raise ValueError(f"the first {size} entries are not those that were signed")


def check_entries(log, records):
    private = 0
    for seq, record in enumerate(records):
        entry = log.get(f"/log/entry/{seq}")
        if entry is None:
            private += 1
        elif sha256(entry) != record:
            raise ValueError(f"entry {seq} has another digest than the log")
    return f"{len(records) - private} public entries have the digest of the log, {private} are private"


def check_proof(data, vkey, leaves):
    head, _, checkpoint = data.partition(b"\n\n")
    lines = head.decode().split("\n")
    if lines.pop(0) != "c2sp.org/tlog-proof@v1":
        raise ValueError("not a tlog-proof")
    if lines[0].startswith("extra "):
        lines.pop(0)
    word, index = lines.pop(0).split(" ")
    if word != "index" or str(int(index)) != index:
        raise ValueError("no index")
    size, root = older = open_checkpoint(checkpoint, vkey)
    hashes = [base64.b64decode(line, validate=True) for line in lines]
    check_extends(leaves, older)
    if root_from_proof(int(index), size, leaves[int(index)], hashes) != root:
        raise ValueError("the proof does not lead to the signed root")


def has_commitment(thing, field, commitment):
    """Whether the commitment stands in the entry under the field's name, however deep."""
    if isinstance(thing, list):
        return any(has_commitment(part, field, commitment) for part in thing)
    if not isinstance(thing, dict):
        return False
    return thing.get(field) == commitment or any(has_commitment(part, field, commitment) for part in thing.values())


def check_receipt(receipt, records):
    entry = receipt["entry"].encode()
    if sha256(entry) != records[receipt["seq"]]:
        raise ValueError("the log has another digest at this number")
    for field, opened in receipt["values"].items():
        commitment = sha256(bytes.fromhex(opened["salt"]) + opened["value"].encode()).hex()
        if not has_commitment(json.loads(entry), field, commitment):
            raise ValueError(f"{field} is not what the entry commits to")
    return f"{len(receipt['values'])} values"


class Checks:
    """Runs checks, says how each went, counts."""

    def __init__(self):
        self.passed, self.failed = 0, 0

    def run(self, what, act):
        try:
            result = act()
        except Exception as error:  # whatever a wrong answer breaks is a failed check
            self.failed += 1
            print(f"FAILED {what}: {type(error).__name__}: {error}", flush=True)
            return None
        self.passed += 1
        print(f"ok     {what}" + (f": {result}" if isinstance(result, str) else ""), flush=True)
        return True if result is None else result

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def read(path):
    with open(path, "rb") as file:
        return file.read()


def equal(one, other):
    if one != other:
        raise ValueError("they differ")


def main():
    options = argparse.ArgumentParser(description="verifies a public log")
    options.add_argument("url")
    options.add_argument("--vkey")
    options.add_argument("--previous")
    options.add_argument("--save")
    options.add_argument("--raw", action="store_true")
    options.add_argument("--receipt", action="append", default=[])
    options.add_argument("--proof", action="append", default=[])
    options = options.parse_args()
    log, checks = Log(options.url), Checks()

    key = log.get("/log/vkey")
    if options.vkey:
        checks.run("the log has the key it had", lambda: equal(key.decode().strip(), options.vkey))
    vkey = checks.run("the log's key", lambda: read_vkey(options.vkey or key.decode()))
    message = log.get("/log/checkpoint")
    tree = vkey and checks.run("the signature of the checkpoint", lambda: open_checkpoint(message, vkey))
    if not tree:
        return checks.close()
    size, root = tree
    records = checks.run(f"{size} records in the bundles", lambda: log.records(size))
    if not isinstance(records, list):
        return checks.close()
    if not options.raw:
        checks.run("every record is a digest", lambda: equal([len(record) for record in records], [32] * size))
    leaves = [leaf_hash(record) for record in records]
    checks.run("the records give the signed root", lambda: equal(root_of(leaves), root))
    checks.run("the tiles hold the same hashes", lambda: log.check_tiles(leaves))
    if options.previous:
        previous = checks.run("the signature of the earlier checkpoint", lambda: open_checkpoint(read(options.previous), vkey))
        if previous:
            checks.run(f"the log extends its checkpoint of size {previous[0]}", lambda: check_extends(leaves, previous))
    if not options.raw:
        checks.run("entries", lambda: check_entries(log, records))
    for path in options.proof:
        checks.run("the proof " + path, lambda: check_proof(read(path), vkey, leaves))
    for path in options.receipt:
        checks.run("the receipt " + path, lambda: check_receipt(json.loads(read(path)), records))
    if options.save:
        with open(options.save, "wb") as file:
            file.write(message)
    return checks.close()


if __name__ == "__main__":
    sys.exit(main())
