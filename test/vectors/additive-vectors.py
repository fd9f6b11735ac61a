"""Makes additive-vectors.json: textbook Okamoto-Uchiyama and Paillier on fixed keys, with Python's own integers and nothing else.

    python3 additive-vectors.py > additive-vectors.json

Primes come from SHA-256 in counter mode and Miller-Rabin with 40 bases, so the file is the same every time (about a minute).
Every number is hexadecimal; a negative plaintext has its sign.
"""

import hashlib
import json
from math import gcd


def stream(label, bits):
    out = b""
    counter = 0
    while len(out) * 8 < bits:
        out += hashlib.sha256(f"coscore additive vectors {label} {counter}".encode()).digest()
        counter += 1
    return int.from_bytes(out, "big") >> (len(out) * 8 - bits)


def is_prime(n):
    for small in SMALL:
        if n % small == 0:
            return n == small
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for base in range(40):
        x = pow(2 + stream(f"base {base}", 64), d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


SMALL = [n for n in range(2, 2000) if all(n % d for d in range(2, int(n**0.5) + 1))]


def prime(label, bits, safe):
    n = stream(label, bits) | (3 << (bits - 2)) | 3
    while True:
        half = (n - 1) // 2
        if all(n % s and (not safe or half % s) for s in SMALL) and is_prime(n) and (not safe or is_prime(half)):
            return n
        n += 4


def okamoto_uchiyama():
    p = prime("ou p", 683, True)
    q = prime("ou q", 682, True)
    n = p * p * q
    assert n.bit_length() == 2048
    g = pow(stream("ou g", 2048) % n, 2, n)
    h = pow(g, n, n)
    log = lambda x: (pow(x % (p * p), p - 1, p * p) - 1) // p
    decrypt = lambda c: log(c) * pow(log(g), -1, p) % p
    return "okamoto-uchiyama", n, g, h, p, q, n, p, decrypt


def paillier():
    p = prime("paillier p", 1536, False)
    q = prime("paillier q", 1536, False)
    n = p * q
    assert n.bit_length() == 3072 and gcd(n, (p - 1) * (q - 1)) == 1
    nn = n * n
    h = pow(pow(stream("paillier h", 3072) % n, 2, n), n, nn)
    lam = (p - 1) * (q - 1) // gcd(p - 1, q - 1)
    decrypt = lambda c: (pow(c, lam, nn) - 1) // n * pow(lam, -1, n) % n
    return "paillier", n, n + 1, h, p, q, nn, n, decrypt


def case(scheme, n, g, h, p, q, modulus, space, decrypt):
    ciphertexts = []
    for i, m in enumerate([0, 1, -1, (1 << 599) - 12345, -(1 << 598) + 678]):
        c = pow(g, m % space, modulus) * pow(h, stream(f"r {i}", n.bit_length()), modulus) % modulus
        assert decrypt(c) == m % space
        ciphertexts.append({"m": f"{m:x}", "c": f"{c:x}"})
    left, right = (int(c["c"], 16) for c in ciphertexts[3:5])
    total = left * right % modulus
    assert decrypt(total) == (1 << 599) - 12345 - (1 << 598) + 678
    scaled = pow(int(ciphertexts[1]["c"], 16), 1 << 35, modulus)
    # Rows of one bin, packed by hand: bins (3, 5) and (-2, 4) with 17 bits of h and 18 of g.
    packed = 5 + (3 << 17) + (4 << 35) + (-2 << 52)
    return {
        "scheme": scheme,
        **{name: f"{x:x}" for name, x in {"n": n, "g": g, "h": h, "p": p, "q": q}.items()},
        "ciphertexts": ciphertexts,
        "sum": {"c": f"{total:x}", "m": f"{(1 << 599) - 12345 - (1 << 598) + 678:x}"},
        "scaled": {"c": f"{scaled:x}", "m": f"{1 << 35:x}"},
        "packed": {
            "c": f"{pow(g, packed % space, modulus) * pow(h, stream('packed', n.bit_length()), modulus) % modulus:x}",
            "m": f"{packed:x}",
        },
    }


print(json.dumps([case(*okamoto_uchiyama()), case(*paillier())], indent=1))
