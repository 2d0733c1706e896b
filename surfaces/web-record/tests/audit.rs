//! The auditor sees private entries to the letter, with their proofs; nobody else does.

mod common;

use base::fact::PersonId;
use common::{MODERATOR, Rig, assert_page};
use ledger::entry;
use people::role::{Role, Scope};
use web_rig::ADMINISTRATOR;

const AUDIT: &str = "/dieu-hanh/kiem-toan";

/// An office with an auditor; the number of the private entry that gave the role.
fn audited() -> (Rig, PersonId, u64) {
    let rig = Rig::new();
    let auditor = rig.person("Kiểm Thị Toán", None, &[(Role::Auditor, Scope::Office)]);
    let granted = rig.size() - 1;
    (rig, auditor, granted)
}

#[test]
fn an_auditor_reads_a_private_entry_and_proves_it() {
    let (rig, auditor, seq) = audited();
    let empty = rig.get_as(auditor, AUDIT);
    assert_page(&empty);
    let page = rig.get_as(auditor, &format!("{AUDIT}?dong={seq}"));
    assert_page(&page);
    page.shows("people.role_granted").shows(r#""role":"auditor""#);
    assert_page(&rig.get_as(auditor, &format!("/en{AUDIT}?dong={seq}")));
    // What the public log says of the entry is what these bytes give.
    let bytes = rig.get_as(auditor, &format!("{AUDIT}/{seq}.json"));
    let digest = base::hex::encode(&entry::digest(bytes.is(200).text().as_bytes()));
    page.says(&digest);
    assert_eq!(
        rig.get(&format!("/log/entry/{seq}")).is(404).json()["digest"],
        digest.as_str()
    );
    let proof = rig.get_as(auditor, &format!("{AUDIT}/{seq}.tlog-proof"));
    let proof: ledger::proof::TlogProof = proof.is(200).text().parse().unwrap();
    assert_eq!(proof.index, seq);
}

#[test]
fn numbers_that_lead_nowhere_say_why() {
    let (rig, auditor, seq) = audited();
    let is_public = |at: &u64| rig.get(&format!("/log/entry/{at}")).status == 200;
    let public = (0..seq).find(is_public).unwrap().to_string();
    for (typed, said) in [
        ("abc", "chỉ gồm chữ số"),
        ("-1", "chỉ gồm chữ số"),
        ("99999999999999999999", "chỉ gồm chữ số"),
        ("999999", "chưa có dòng này"),
        (&*public, "công khai"),
    ] {
        let page = rig.get_as(auditor, &format!("{AUDIT}?dong={typed}"));
        page.is(200).shows(said).says(&format!(r#"value="{typed}""#));
        assert_page(&page);
    }
    for file in [
        &*format!("{public}.json"),
        &*format!("{public}.tlog-proof"),
        "999999.json",
        "x.json",
        "-1.json",
        "1",
        "1.txt",
    ] {
        rig.get_as(auditor, &format!("{AUDIT}/{file}")).is(404);
    }
    rig.get_as(auditor, &format!("{AUDIT}?dong=%20{seq}%20"))
        .is(200)
        .shows("people.role_granted");
}

#[test]
fn nobody_else_sees_anything() {
    let (rig, _, seq) = audited();
    for way in [
        AUDIT.to_owned(),
        format!("{AUDIT}?dong={seq}"),
        format!("{AUDIT}/{seq}.json"),
        format!("{AUDIT}/{seq}.tlog-proof"),
    ] {
        rig.get(&way).is(403).says_not("role_granted");
        for other in [ADMINISTRATOR, MODERATOR] {
            rig.get_as(other, &way).is(403).says_not("role_granted");
        }
    }
}
