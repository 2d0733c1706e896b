//! `/log/…` and the files of a receipt, verified by the ledger's own functions and computed again here.

mod common;

use base::fact::{Actor, SealedRef};
use common::{Rig, STATEMENT};
use forum::events as fields;
use forum::opinion::TypedSignature;
use http::StatusCode;
use ledger::note::VerifierKey;
use ledger::proof::TlogProof;
use ledger::tile::{parse_entry_bundle, parse_hashes};
use sha2::{Digest, Sha256};
use web_rig::{ADMINISTRATOR, ORIGIN};
use world::{Command, LegalBasis};

fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    parts.iter().for_each(|part| hash.update(part));
    hash.finalize().into()
}

/// RFC 6962 §2.1, written once more: the root of a list of leaf data.
fn root(leaves: &[Vec<u8>]) -> [u8; 32] {
    match leaves {
        [] => sha256(&[]),
        [leaf] => sha256(&[&[0], leaf]),
        _ => {
            let half = leaves.len().next_power_of_two() / 2;
            sha256(&[&[1], &root(&leaves[..half]), &root(&leaves[half..])])
        }
    }
}

/// RFC 9162 §2.1.3.2, written once more, by recursion from the top.
fn root_by_path(leaf: [u8; 32], index: u64, size: u64, path: &[[u8; 32]]) -> [u8; 32] {
    if size == 1 {
        assert!(path.is_empty());
        return leaf;
    }
    let half = size.next_power_of_two() / 2;
    let (last, rest) = path.split_last().unwrap();
    match index < half {
        true => sha256(&[&[1], &root_by_path(leaf, index, half, rest), last]),
        false => sha256(&[&[1], last, &root_by_path(leaf, index - half, size - half, rest)]),
    }
}

fn key(rig: &Rig) -> VerifierKey {
    rig.get("/log/vkey").text().trim().parse().unwrap()
}

/// Size and root of the public checkpoint, its signature checked.
fn public(rig: &Rig) -> (u64, [u8; 32]) {
    let answer = rig.get("/log/checkpoint");
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-cache");
    let checkpoint = ledger::checkpoint::open(answer.text(), &key(rig)).unwrap();
    assert_eq!(checkpoint.origin, ORIGIN);
    (checkpoint.size, checkpoint.root)
}

#[test]
fn every_file_verifies() {
    let rig = Rig::new();
    let (seq, code) = rig.signed(3);
    let (size, signed_root) = public(&rig);
    assert_eq!(size, seq + 1);

    let bundle = rig.get(&format!("/log/tile/entries/000.p/{size}"));
    assert_eq!(
        (bundle.status, bundle.header("content-type")),
        (StatusCode::OK, "application/octet-stream")
    );
    let digests = parse_entry_bundle(&bundle.body).unwrap();
    assert_eq!(
        root(&digests),
        signed_root,
        "the bundle of digests gives the signed root"
    );
    let hashes = parse_hashes(&rig.get(&format!("/log/tile/0/000.p/{size}")).body).unwrap();
    for (hash, digest) in hashes.iter().zip(&digests) {
        assert_eq!(*hash, sha256(&[&[0], digest]));
    }

    let (mut open, mut closed) = (0, 0);
    for n in 0..size {
        let answer = rig.get(&format!("/log/entry/{n}"));
        assert_eq!(answer.header("content-type"), "application/json");
        match answer.status {
            StatusCode::OK => {
                open += 1;
                assert_eq!(sha256(&[&answer.body]).to_vec(), digests[n as usize]);
                assert_eq!(answer.json()["seq"], n);
            }
            _ => {
                closed += 1;
                assert_eq!(answer.status, StatusCode::NOT_FOUND);
                let digest = base::hex::encode(&digests[n as usize]);
                assert_eq!(
                    answer.json(),
                    serde_json::json!({"private": true, "seq": n, "digest": digest})
                );
            }
        }
    }
    assert!(open >= 4 && closed >= 4, "{open} open, {closed} closed");

    let answer = rig.get(&format!("/bien-nhan/{code}.tlog-proof"));
    assert_eq!(
        answer.header("content-disposition"),
        format!("attachment; filename=\"{code}.tlog-proof\"")
    );
    assert_eq!(answer.header("cache-control"), "no-store");
    let proof: TlogProof = answer.text().parse().unwrap();
    let file = rig.get(&format!("/bien-nhan/{code}.json")).json();
    let entry = file["entry"].as_str().unwrap();
    assert_eq!(
        (file["seq"].as_u64(), entry.as_bytes()),
        (Some(seq), &*rig.get(&format!("/log/entry/{seq}")).body)
    );
    let digest = sha256(&[entry.as_bytes()]);
    proof.verify_data(&digest, &key(&rig)).unwrap();
    assert_eq!(
        root_by_path(sha256(&[&[0], &digest]), seq, size, &proof.hashes),
        signed_root
    );

    let data = &serde_json::from_str::<serde_json::Value>(entry).unwrap()["data"];
    let values = file["values"].as_object().unwrap();
    assert_eq!(values.keys().collect::<Vec<_>>(), ["name", "reasons", "statement"]);
    assert_eq!(values["statement"]["value"], STATEMENT);
    for (field, opened) in values {
        let salt = base::hex::decode_32(opened["salt"].as_str().unwrap()).unwrap();
        let commitment = sha256(&[&salt, opened["value"].as_str().unwrap().as_bytes()]);
        assert_eq!(data[field], base::hex::encode(&commitment), "{field}");
    }
    assert!(file.get("erased_by").is_none());
}

#[test]
fn a_value_is_shown_only_while_it_is_public() {
    let rig = Rig::new();
    let (seq, code) = rig.signed(3);
    let address = format!("/log/value/{seq}/statement");
    let held = rig.get(&address);
    let absent = rig.get(&format!("/log/value/{seq}/nothing"));
    let private = rig.get("/log/value/3/name");
    assert_eq!(held.status, StatusCode::NOT_FOUND);
    assert!(
        held.body == absent.body && held.body == private.body,
        "held, private and absent are one answer"
    );

    rig.publish(seq);
    let shown = rig.get(&address);
    assert_eq!(shown.status, StatusCode::OK);
    assert_eq!(shown.header("cache-control"), "no-store", "it may have to go");
    let salt = base::hex::decode_32(shown.json()["salt"].as_str().unwrap()).unwrap();
    let commitment = sha256(&[&salt, STATEMENT.as_bytes()]);
    assert_eq!(shown.json()["value"], STATEMENT);
    assert_eq!(
        rig.get(&format!("/log/entry/{seq}")).json()["data"]["statement"],
        base::hex::encode(&commitment)
    );

    let ordered = rig.tell(
        Actor::Person(ADMINISTRATOR),
        Command::OrderErasure {
            targets: vec![SealedRef::new(seq, fields::STATEMENT)],
            basis: LegalBasis::Decision,
            decision: Some("Quyết định 12/2019/QĐ-TA ngày 20/12/2019".into()),
        },
    );
    let by = ordered.first.unwrap();
    let gone = rig.get(&address);
    assert_eq!(
        (gone.status, gone.json()),
        (StatusCode::GONE, serde_json::json!({"erased_by": by}))
    );
    let file = rig.get(&format!("/bien-nhan/{code}.json")).json();
    assert!(file["values"].get("statement").is_none() && file["values"].get("name").is_some());
    assert_eq!(file["erased_by"], serde_json::json!({"statement": by}));
    let page = rig.get(&format!("/bien-nhan/{code}")).text().to_owned();
    assert!(page.contains("Lời đã được gỡ."));
    let checked = rig.get(&format!("/kiem-chung?ma={code}")).text().to_owned();
    assert!(checked.contains("Lời đã được gỡ theo dòng"), "{checked}");
}

#[test]
fn nothing_is_told_beyond_the_public_checkpoint() {
    let rig = Rig::publishing(1_000_000);
    rig.checkpoint_waits(1_000_000);
    let (size, _) = public(&rig);
    let (seq, code) = rig.signed(4);
    assert!(seq >= size);
    for address in [
        format!("/log/entry/{seq}"),
        format!("/log/value/{seq}/statement"),
        format!("/log/tile/entries/000.p/{}", seq + 1),
        format!("/log/tile/0/000.p/{}", seq + 1),
    ] {
        assert_eq!(rig.get(&address).status, StatusCode::NOT_FOUND, "{address}");
    }
    assert_eq!(
        rig.get(&format!("/log/entry/{seq}")).body,
        rig.get("/log/entry/999999").body
    );
    assert!(!rig.get("/so-cai").text().contains(&format!("dong-{seq}\"")));
    assert_eq!(rig.get(&format!("/so-cai?tu={seq}")).status, StatusCode::NOT_FOUND);

    // The receipt verifies all the same, against the newest signed checkpoint.
    let proof: TlogProof = rig
        .get(&format!("/bien-nhan/{code}.tlog-proof"))
        .text()
        .parse()
        .unwrap();
    let file = rig.get(&format!("/bien-nhan/{code}.json")).json();
    let digest = sha256(&[file["entry"].as_str().unwrap().as_bytes()]);
    assert!(proof.verify_data(&digest, &key(&rig)).unwrap().size > size);
    assert_eq!(rig.get(&format!("/bien-nhan/{code}")).status, StatusCode::OK);
    assert!(
        rig.get(&format!("/kiem-chung?ma={code}"))
            .text()
            .contains("Có trong sổ")
    );

    // An author who takes an unread opinion back is not seen doing it before the checkpoint moves.
    rig.publish(rig.opinion(5, TypedSignature::None).0);
    let held = rig.opinion(6, TypedSignature::None).0;
    rig.checkpoint_waits(1_000_000);
    assert!(public(&rig).0 > held);
    let receipt = base::fact::Digest32(base::code::ReceiptCode::from_bits(&[6; 10]).hash());
    rig.tell(Actor::Anyone, Command::WithdrawOpinion { receipt });
    assert_eq!(
        rig.get(&format!("/log/value/{held}/statement")).status,
        StatusCode::NOT_FOUND
    );
    rig.checkpoint_waits(1_000_000);
    assert_eq!(
        rig.get(&format!("/log/value/{held}/statement")).status,
        StatusCode::GONE
    );
}

#[test]
fn a_full_tile_is_for_ever_and_a_partial_one_is_not() {
    let rig = Rig::new();
    for n in 0..250 {
        rig.opinion(n, TypedSignature::None);
    }
    let (size, signed_root) = public(&rig);
    assert!(size > 256);
    let full = rig.get("/log/tile/entries/000");
    assert!(full.header("cache-control").contains("immutable"));
    let partial = rig.get(&format!("/log/tile/entries/001.p/{}", size - 256));
    assert_eq!(partial.header("cache-control"), "public, max-age=60");
    let mut digests = parse_entry_bundle(&full.body).unwrap();
    digests.extend(parse_entry_bundle(&partial.body).unwrap());
    assert_eq!(root(&digests), signed_root);
    assert_eq!(rig.get("/log/tile/0/000").body.len(), 256 * 32);
    assert_eq!(rig.get("/log/tile/1/000.p/1").body.len(), 32);
    let page = rig.get("/so-cai?trang=2").text().to_owned();
    assert!(page.contains(&format!("dong-{}\"", size - 31)) && !page.contains(&format!("dong-{}\"", size - 30)));
    assert_eq!(page, rig.get(&format!("/so-cai?tu={}", size - 31)).text());
}

#[test]
fn hostile_addresses_are_404_and_head_works() {
    let rig = Rig::new();
    let (seq, _) = rig.signed(3);
    for address in [
        "/log/tile/0/0",
        "/log/tile/0/000",
        "/log/tile/00/000.p/1",
        "/log/tile/%30/000.p/1",
        "/log/tile/0/000.p/01",
        "/log/tile/0/000.p/0",
        "/log/tile/0/000.p/256",
        "/log/tile/0/x000/000",
        "/log/tile/64/000.p/1",
        "/log/tile/entries/../../../etc/passwd",
        "/log/tile/0/%00",
        "/log/tile/0/%ff",
        "/log/tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999",
        "/log/entry/-1",
        "/log/entry/01",
        "/log/entry/+1",
        "/log/entry/99999999999999999999999",
        "/log/entry/18446744073709551615",
        "/log/entry/%00",
        "/log/entry/..",
        "/log/entry/%31",
        "/log/entry/%ff",
        "/log/value/7/..",
        "/log/value/7/%00",
        "/log/value/7/Statement",
        "/log/value/7/statementstatement",
        "/log/value/%2e%2e/name",
        "/log/value/18446744073709551615/name",
    ] {
        let answer = rig.get(address);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(answer.json()["error"].is_string(), "{address}");
    }
    let long = format!("/log/tile/0/{}", "x000/".repeat(4_000));
    assert_eq!(rig.get(&long).status, StatusCode::NOT_FOUND);
    let wrong = rig.post("/log/checkpoint", &[]);
    assert_eq!(
        (wrong.status, wrong.header("allow")),
        (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD")
    );
    for address in [
        "/log/checkpoint".to_owned(),
        "/log/vkey".to_owned(),
        format!("/log/entry/{seq}"),
    ] {
        let (head, get) = (rig.browser().with("HEAD", &address), rig.get(&address));
        assert!(head.status == get.status && head.body.is_empty() && !get.body.is_empty());
        assert_eq!(head.header("content-length"), get.body.len().to_string());
    }
}
