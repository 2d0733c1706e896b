//! Notes, keys, checkpoints and proofs as texts: round trips, strictness, and no panic on anything.

mod common;

use common::{Chance, Grown};
use ledger::checkpoint::{Checkpoint, CheckpointError, open, sign};
use ledger::note::{MAX_SIGNATURES, Note, NoteError, SigningKey, VerifierKey};
use ledger::proof::{TlogProof, TlogProofError};
use ledger::tile::TilePath;
use ledger::tree::{EdgeAndTiles, empty_root, inclusion_proof, leaf_hash};

const ORIGIN: &str = "langnghe.example/log";

fn key() -> SigningKey {
    SigningKey::new(ORIGIN, [7; 32]).unwrap()
}

#[test]
fn keys_are_strict_and_secret() {
    let verifier = key().verifier();
    assert_eq!(verifier.to_string().parse(), Ok(verifier.clone()));
    let shown = format!("{:?}", SigningKey::new(ORIGIN, [0xab; 32]).unwrap());
    assert!(
        shown.contains(ORIGIN) && !shown.contains("abab") && !shown.contains("171"),
        "{shown}"
    );
    for name in ["", "a b", "a+b", "a\u{a0}b", "a\u{3000}b", "a\nb", "a\u{7f}b"] {
        assert_eq!(
            SigningKey::new(name, [7; 32]).unwrap_err(),
            NoteError::KeyName,
            "{name:?}"
        );
    }
    let text = verifier.to_string();
    let (head, public) = text.rsplit_once("+A").unwrap();
    let (name, id) = head.rsplit_once('+').unwrap();
    let other_id = if id == "00000000" { "00000001" } else { "00000000" };
    for (wrong, error) in [
        (format!("{name}+{other_id}+A{public}"), NoteError::KeyId),
        (format!("other+{id}+A{public}"), NoteError::KeyId),
        (format!("{name}+{id}+B{public}"), NoteError::KeyType),
        (
            format!("{name}+{}+A{public}", id.to_uppercase() + "0"),
            NoteError::VerifierKey,
        ),
        (format!("{name}+{id}+A{public}\n"), NoteError::VerifierKey),
        (format!("{name}+{id}"), NoteError::VerifierKey),
        (String::new(), NoteError::VerifierKey),
        // The neutral point, under which anybody's signature would hold.
        (
            format!("{name}+{id}+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
            NoteError::VerifierKey,
        ),
    ] {
        assert_eq!(wrong.parse::<VerifierKey>(), Err(error), "{wrong:?}");
    }
}

#[test]
fn notes_round_trip_and_changed_ones_are_refused() {
    let (key, verifier) = (key(), key().verifier());
    let text = "Dòng một\n\nDòng ba: bà con\n";
    let signed = key.sign_note(text);
    let note = Note::parse(&signed).unwrap();
    assert_eq!((note.text.as_str(), note.verify(&verifier)), (text, Ok(())));
    assert_eq!(Note::from_bytes(signed.as_bytes()), Ok(note.clone()));
    for position in 0..signed.len() {
        for bit in 0..8 {
            let mut bytes = signed.clone().into_bytes();
            bytes[position] ^= 1 << bit;
            assert!(
                Note::from_bytes(&bytes)
                    .and_then(|note| note.verify(&verifier))
                    .is_err(),
                "{position} bit {bit}"
            );
        }
    }
    let other = SigningKey::new("witness.example", [8; 32]).unwrap();
    let both = format!("{signed}{}", other.sign(text).line());
    let both = Note::parse(&both).unwrap();
    assert_eq!(
        (both.verify(&verifier), both.verify(&other.verifier())),
        (Ok(()), Ok(()))
    );
    // A wrong line in a known name spoils the note, even beside a right one.
    let spoilt = Note::parse(&format!("{signed}{}", key.sign("x\n").line())).unwrap();
    assert_eq!(spoilt.verify(&verifier), Err(NoteError::WrongSignature));

    let line = key.sign(text).line();
    for (wrong, error) in [
        (String::new(), NoteError::NoSignatures),
        (text.to_owned(), NoteError::SignatureLine(1)),
        ("a\n\n".to_owned(), NoteError::NoSignatures),
        (format!("a\n{line}"), NoteError::NoSignatures),
        (format!("a\n\n{}", line.trim_end()), NoteError::NoSignatures),
        (format!("a\n\n{line}\n"), NoteError::NoSignatures),
        (format!("a\n\n{line}x\n"), NoteError::SignatureLine(2)),
        (format!("a\n\n{}", line.replace('—', "-")), NoteError::SignatureLine(1)),
        (
            format!("a\n\n{}", line.replace("— ", "—  ")),
            NoteError::SignatureLine(1),
        ),
        (
            format!("a\n\n{}", line.replace('\n', " \n")),
            NoteError::SignatureLine(1),
        ),
        ("a\n\n— name AAAAAA==\n".to_owned(), NoteError::SignatureLine(1)),
        ("a\n\n— name AAAAAAB=\n".to_owned(), NoteError::SignatureLine(1)),
        (format!("a\tb\n\n{line}"), NoteError::ControlCharacter),
        (format!("a\r\n\n{line}"), NoteError::ControlCharacter),
        (
            format!("a\n\n{}", line.repeat(MAX_SIGNATURES + 1)),
            NoteError::TooManySignatures,
        ),
    ] {
        assert_eq!(Note::parse(&wrong), Err(error), "{wrong:?}");
    }
    assert_eq!(Note::from_bytes(b"a\xff\n\n"), Err(NoteError::NotUtf8));
    assert!(Note::parse(&format!("a\n\n{}", line.repeat(MAX_SIGNATURES))).is_ok());
    assert_eq!(Note::parse(&"a".repeat((1 << 20) + 1)), Err(NoteError::TooLarge));
}

#[test]
fn checkpoints_round_trip_and_are_strict() {
    let mut chance = Chance(12);
    let (key, verifier) = (key(), key().verifier());
    for _ in 0..200 {
        let checkpoint = Checkpoint {
            origin: ORIGIN.into(),
            size: chance.any_size().max(1),
            root: chance.hash(),
        };
        assert_eq!(checkpoint.to_string().parse(), Ok(checkpoint.clone()));
        assert_eq!(open(&sign(&checkpoint, &key), &verifier), Ok(checkpoint));
    }
    let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    let empty = Checkpoint {
        origin: "o".into(),
        size: 0,
        root: empty_root(),
    };
    assert_eq!(format!("o\n0\n{root}\n").parse(), Ok(empty.clone()));
    assert_eq!(format!("o\n0\n{root}\nmore\nstill more\n").parse(), Ok(empty));
    for (wrong, line) in [
        (String::new(), 1),
        (format!("\n0\n{root}\n"), 1),
        ("o\n".to_owned(), 2),
        (format!("o\n00\n{root}\n"), 2),
        (format!("o\n01\n{root}\n"), 2),
        (format!("o\n+1\n{root}\n"), 2),
        (format!("o\n1 \n{root}\n"), 2),
        (format!("o\n18446744073709551616\n{root}\n"), 2),
        (format!("o\n1\n{}\n", &root[4..]), 3),
        (format!("o\n1\n{}\n", root.trim_end_matches('=')), 3),
        (format!("o\n1\n{}V=\n", &root[..42]), 3),
        (format!("o\n1\n{root}"), 4),
        (format!("o\n1\n{root}\n\n"), 4),
        (format!("o\n1\n{root}\nx\n\ny\n"), 5),
    ] {
        assert_eq!(
            wrong.parse::<Checkpoint>(),
            Err(CheckpointError::Line(line)),
            "{wrong:?}"
        );
    }
    let none = "o\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    assert_eq!(none.parse::<Checkpoint>(), Err(CheckpointError::EmptyRoot));
    let elsewhere = key.sign_note(&format!("other.example/log\n0\n{root}\n"));
    assert_eq!(open(&elsewhere, &verifier), Err(CheckpointError::Origin));
    let stranger = SigningKey::new(ORIGIN, [8; 32]).unwrap();
    let forged = sign(
        &Checkpoint {
            origin: ORIGIN.into(),
            size: 1,
            root: [1; 32],
        },
        &stranger,
    );
    assert_eq!(open(&forged, &verifier), Err(NoteError::NotSignedBy.into()));
}

#[test]
fn proofs_round_trip_and_changed_ones_are_refused() {
    let mut chance = Chance(13);
    let (key, verifier) = (key(), key().verifier());
    for extra in [None, Some(Vec::new()), Some(b"seq 7".to_vec())] {
        let grown = Grown::new(1 + chance.below(700) as usize);
        let size = grown.edge.size();
        let index = chance.below(size);
        let source = EdgeAndTiles::new(&grown.edge, |level, index| grown.full_tile(level, index));
        let hashes = inclusion_proof(&source, index, size).unwrap();
        let head = Checkpoint {
            origin: ORIGIN.into(),
            size,
            root: grown.edge.root(),
        };
        let proof = TlogProof {
            extra: extra.clone(),
            index,
            hashes,
            checkpoint: sign(&head, &key),
        };
        let text = proof.to_string();
        assert_eq!(text.parse(), Ok(proof.clone()));
        assert_eq!(proof.verify_data(&index.to_be_bytes(), &verifier), Ok(head));
        assert!(proof.verify(&leaf_hash(b"another"), &verifier).is_err());
        // Only the extra data, which nobody vouches for, may change.
        let free = match &extra {
            Some(_) => text.find("index ").unwrap(),
            None => 0,
        };
        for position in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[position] ^= 1;
            let changed = String::from_utf8(bytes)
                .ok()
                .and_then(|text| text.parse::<TlogProof>().ok());
            let verdict = changed.map(|proof| proof.verify_data(&index.to_be_bytes(), &verifier).is_ok());
            assert!(
                verdict != Some(true) || (23..free).contains(&position),
                "byte {position} of {text}"
            );
        }
    }
    let note = sign(
        &Checkpoint {
            origin: ORIGIN.into(),
            size: 1,
            root: [1; 32],
        },
        &key,
    );
    let hash = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    let start = "c2sp.org/tlog-proof@v1\n";
    for (wrong, line) in [
        (String::new(), 1),
        ("c2sp.org/tlog-proof@v2\nindex 0\n\n".to_owned() + &note, 1),
        (format!("{start}\nindex 0\n\n{note}"), 2),
        (format!("{start}index 00\n\n{note}"), 2),
        (format!("{start}index\n\n{note}"), 2),
        (format!("{start}extra !\nindex 0\n\n{note}"), 2),
        (format!("{start}extra AA==\nextra AA==\nindex 0\n\n{note}"), 3),
        (format!("{start}index 0\n{note}"), 3),
        (format!("{start}index 0\n{}\n{note}", hash.repeat(66)), 68),
        (format!("{start}index 0\n{hash}"), 4),
    ] {
        assert_eq!(wrong.parse::<TlogProof>(), Err(TlogProofError::Line(line)), "{wrong:?}");
    }
    let unsigned = format!("{start}index 0\n\n");
    assert_eq!(
        unsigned.parse::<TlogProof>(),
        Err(TlogProofError::Note(NoteError::NoSignatures))
    );
}

#[test]
fn parsers_survive_anything() {
    let mut chance = Chance(14);
    let head = Checkpoint {
        origin: ORIGIN.into(),
        size: 1,
        root: [1; 32],
    };
    let note = sign(&head, &key());
    let proof = TlogProof {
        extra: Some(vec![1]),
        index: 0,
        hashes: vec![[1; 32]],
        checkpoint: note.clone(),
    };
    let seeds = [
        note,
        proof.to_string(),
        key().verifier().to_string(),
        "tile/0/x001/234.p/5".into(),
    ];
    for _ in 0..40_000 {
        // Bytes of no meaning, and right texts with a few bytes replaced, repeated or cut out.
        let mut bytes = match chance.below(5) {
            4 => chance.bytes(200),
            seed => seeds[seed as usize].clone().into_bytes(),
        };
        for _ in 0..chance.below(4) {
            let at = chance.below(bytes.len() as u64 + 1) as usize;
            match chance.below(3) {
                0 => bytes.insert(at, b"\n +=/.x0\xe2\x00"[chance.below(10) as usize]),
                1 => bytes.truncate(at),
                _ => bytes.extend_from_within(at..),
            }
        }
        let _ = Note::from_bytes(&bytes);
        let text = String::from_utf8_lossy(&bytes);
        // What is accepted has one spelling.
        if let Ok(path) = text.parse::<TilePath>() {
            assert_eq!(path.to_string(), text);
        }
        if let Ok(key) = text.parse::<VerifierKey>() {
            assert_eq!(key.to_string(), text);
        }
        if let Ok(proof) = text.parse::<TlogProof>() {
            assert_eq!(proof.to_string(), text);
        }
        if let Ok(note) = Note::parse(&text) {
            let lines: String = note.signatures.iter().map(|signature| signature.line()).collect();
            assert_eq!(format!("{}\n{lines}", note.text), text);
            let _ = note.text.parse::<Checkpoint>();
        }
        let _ = text.parse::<Checkpoint>();
    }
}
