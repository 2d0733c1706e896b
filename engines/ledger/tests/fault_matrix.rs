//! Every call of the store fails in every way at every moment it is made: what was told is true, the ledger ends or goes
//! on as it should, the next start finds what was acknowledged, and every receipt from before still proves.

mod toy;

use base::fact::{Actor, SealedRef};
use ledger::proof::TlogProof;
use ledger::store::{Erasable, Store};
use ledger::{Fatal, Ledger, OpenError, Rejected};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use storage::faulty::{Fault, FaultAt};
use storage::{Faulty, Memory, Sqlite};
use toy::*;

type AnyStore = Faulty<Arc<dyn Store>>;
type AnyLedger = Ledger<Toy, AnyStore>;

/// What is being done when the call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Moment {
    Open,
    Write,
    /// The same key as before the start.
    Repeat,
    /// After so long that old keys are forgotten.
    Later,
    /// Words of before become public.
    Show,
    Prove,
    Read,
    Attach,
    Sweep,
    Erase,
    /// Nobody writes.
    Idle,
}

const MOMENTS: [Moment; 11] = [
    Moment::Open,
    Moment::Write,
    Moment::Repeat,
    Moment::Later,
    Moment::Show,
    Moment::Prove,
    Moment::Read,
    Moment::Attach,
    Moment::Sweep,
    Moment::Erase,
    Moment::Idle,
];

/// Which calls are made at which moment. A call that is missing here, or is not made where this says, fails the test.
const MADE: [(FaultAt, &[Moment]); 14] = [
    // Where nothing is recorded, the answer rests on still being the leader.
    (FaultAt::Head, &[Moment::Repeat, Moment::Sweep, Moment::Idle]),
    (FaultAt::Lead, &[Moment::Open]),
    // Something is written at every moment, and old keys are forgotten with the first batch.
    (FaultAt::Append, &MOMENTS),
    (FaultAt::Entries, &MOMENTS),
    (FaultAt::ForgetOnceBefore, &MOMENTS),
    // Asked only after an append whose outcome is not known: see `an_outcome_that_cannot_be_settled…`.
    (FaultAt::Settle, &[]),
    (FaultAt::Sealed, &[Moment::Show, Moment::Read]),
    (FaultAt::SealedRange, &[Moment::Open]),
    // Which keys are the oldest is asked before they are forgotten.
    (FaultAt::OnceFrom, &MOMENTS),
    (FaultAt::Tile, &[Moment::Open, Moment::Prove, Moment::Read]),
    (FaultAt::PutBlob, &[Moment::Attach]),
    // Files are read by whoever shows them, not by the ledger.
    (FaultAt::Blob, &[]),
    (FaultAt::Blobs, &[Moment::Sweep]),
    (FaultAt::Erase, &[Moment::Sweep, Moment::Erase]),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lasting {
    /// One call.
    Once,
    /// From then on every call.
    ForGood,
}

/// What somebody was told of words they sent.
struct Sent {
    words: String,
    told: Told,
}

/// A ledger with a past, and what was acknowledged of it.
struct Ground {
    around: Surroundings,
    /// The store itself, which never fails.
    sound: Arc<dyn Store>,
    store: AnyStore,
    /// Receipts from before: the digest of the entry and its proof.
    receipts: Vec<([u8; 32], TlogProof)>,
    /// A note whose words are held, and one whose words are erased in the course.
    held: u64,
    erased: u64,
    folder: Option<PathBuf>,
}

impl Drop for Ground {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// An idle ledger that looks every millisecond has looked by then, on whatever machine.
const LOOKS_WITHIN: Duration = Duration::from_secs(60);
const OLD_KEY: &str = "khóa của hôm qua";
const OLD_WORDS: &str = "lời của hôm qua";

fn ground(store: Arc<dyn Store>, folder: Option<PathBuf>) -> Ground {
    let around = Surroundings::new();
    let (sound, store) = (store.clone(), Faulty::new(store));
    let ledger: AnyLedger = Ledger::open(store.clone(), around.options()).unwrap();
    // More than a tile.
    tell(&ledger, Command::Notes(300)).unwrap();
    let once = ledger.once(OLD_KEY, b"");
    let told = ledger.submit(Actor::Anyone, note(OLD_WORDS), Some(once)).unwrap();
    let held = told.blocking_wait().unwrap().first.unwrap();
    let erased = tell(&ledger, note("lời sẽ xóa")).unwrap().first.unwrap();
    ledger.put_blob(b"nobody names this".to_vec()).unwrap();
    let receipts = [0, 255, 256, held].map(|seq| {
        let bytes = ledger.entry_bytes(seq).unwrap().unwrap();
        (ledger::entry::digest(&bytes), ledger.proof(seq).unwrap())
    });
    ledger.close();
    // A start reads the entries again.
    around.shelf.0.lock().unwrap().clear();
    Ground {
        around,
        sound,
        store,
        receipts: receipts.into(),
        held,
        erased,
        folder,
    }
}

fn tell(ledger: &AnyLedger, command: Command) -> Told {
    ledger.submit(Actor::Anyone, command, None)?.blocking_wait()
}

impl Ground {
    fn open(&self) -> Result<AnyLedger, OpenError> {
        Ledger::open(self.store.clone(), self.around.options())
    }

    /// As [`Ground::open`], but it looks all the time whether it still leads.
    fn open_restless(&self) -> Result<AnyLedger, OpenError> {
        let mut options = self.around.options();
        options.lead_checked_every = Duration::from_millis(1);
        Ledger::open(self.store.clone(), options)
    }

    /// Does what belongs to a moment; what was told of words.
    fn act(&self, ledger: &AnyLedger, moment: Moment, at: FaultAt) -> Vec<Sent> {
        let send = |words: &str| Sent {
            words: words.to_owned(),
            told: tell(ledger, note(words)),
        };
        let mut sent = Vec::new();
        match moment {
            Moment::Open | Moment::Write => sent.push(send("lời thứ nhất")),
            Moment::Repeat => {
                let once = ledger.once(OLD_KEY, b"");
                let told = ledger.submit(Actor::Anyone, note(OLD_WORDS), Some(once));
                if let Ok(told) = told.and_then(|told| told.blocking_wait()) {
                    assert!(told.repeated && told.first == Some(self.held), "{told:?}");
                }
            }
            Moment::Later => {
                self.around.pass_hours(24 * 30);
                sent.push(send("lời sau một tháng"));
            }
            Moment::Show => drop(tell(ledger, Command::Show(self.held))),
            Moment::Prove => {
                for seq in [0, 256] {
                    if let Ok(proof) = ledger.proof(seq) {
                        let bytes = ledger.entry_bytes(seq);
                        if let Ok(Some(bytes)) = bytes {
                            let digest = ledger::entry::digest(&bytes);
                            proof.verify_data(&digest, &key().verifier()).unwrap();
                        }
                    }
                }
                drop(ledger.tile(&"tile/0/000".parse().unwrap()));
            }
            Moment::Read => {
                drop(ledger.entry_bytes(3));
                let at = SealedRef::new(self.held, WORDS);
                if let Ok(Some(words)) = ledger.unseal(at) {
                    assert_eq!(words.value, OLD_WORDS);
                }
            }
            Moment::Attach => {
                if let Ok(file) = ledger.put_blob(b"a file".to_vec()) {
                    drop(tell(ledger, Command::Attach(file)));
                }
            }
            Moment::Sweep => {
                self.around.pass_hours(49);
                drop(ledger.sweep_orphans());
            }
            Moment::Erase => {
                let at = SealedRef::new(self.erased, WORDS);
                if ledger.erase_now(&[Erasable::Sealed(at)]).is_ok() {
                    assert!(self.sound.sealed(at).unwrap().is_none(), "said to be erased");
                }
                sent.push(send("lời sau khi xóa"));
            }
            Moment::Idle => {
                let began = Instant::now();
                while at == FaultAt::Head && self.store.struck() == 0 {
                    assert!(began.elapsed() < LOOKS_WITHIN, "nobody looked");
                    std::thread::yield_now();
                }
            }
        }
        if moment != Moment::Open {
            // It goes on, or it says that it does not.
            sent.push(send("lời cuối"));
        }
        sent
    }

    /// Holds what was told against what is there, after a new start on a store that is well again.
    fn judge(&self, sent: &[Sent], case: &str) {
        self.store.heal();
        let ledger = self
            .open()
            .unwrap_or_else(|why| panic!("{case}: the next start: {why}"));
        let view = ledger.view();
        assert_eq!(view.state.faults, 0, "{case}");
        let mut words = std::collections::BTreeMap::new();
        self.store
            .sealed_range(0, u64::MAX, &mut |sealed| {
                words.entry(sealed.value).or_insert_with(Vec::new).push(sealed.at.seq);
                true
            })
            .unwrap();
        for one in sent {
            let there = words.get(&one.words).cloned().unwrap_or_default();
            match &one.told {
                Ok(recorded) => assert_eq!(there, [recorded.first.unwrap()], "{case}: {}", one.words),
                Err(Rejected::Unknown(_)) => assert!(there.len() <= 1, "{case}: {}", one.words),
                Err(why) => assert!(there.is_empty(), "{case}: {why}, and yet {} is there", one.words),
            }
        }
        assert_eq!(words.get(OLD_WORDS).map(Vec::len), Some(1), "{case}");
        for (digest, proof) in &self.receipts {
            let signed = proof.verify_data(digest, &key().verifier()).unwrap();
            let now = ledger.proof(proof.index).unwrap();
            let again = now.verify_data(digest, &key().verifier()).unwrap();
            assert!(again.size >= signed.size, "{case}");
            assert_eq!(
                ledger::extent(&self.store, &signed).unwrap(),
                ledger::Extent::Extends,
                "{case}"
            );
        }
        for seq in (0..view.size).step_by(17).chain([view.size - 1]) {
            let bytes = ledger.entry_bytes(seq).unwrap().unwrap();
            let proof = ledger.proof(seq).unwrap();
            proof
                .verify_data(&ledger::entry::digest(&bytes), &key().verifier())
                .unwrap();
        }
        tell(&ledger, note("và đi tiếp")).unwrap_or_else(|why| panic!("{case}: {why}"));
        ledger.close();
    }
}

/// Whether the fault struck.
fn run(ground: &Ground, moment: Moment, at: FaultAt, fault: Fault, lasting: Lasting) -> bool {
    let case = format!("{moment:?}, {at:?} {fault:?} {lasting:?}");
    let arm = || match lasting {
        Lasting::Once => ground.store.fail_next(at, fault),
        Lasting::ForGood => ground.store.fail_always(at, fault),
    };
    let opened = if moment == Moment::Open {
        arm();
        ground.open()
    } else {
        let opened = match moment {
            Moment::Idle => ground.open_restless(),
            _ => ground.open(),
        };
        arm();
        opened
    };
    let (sent, stopped) = match opened {
        Err(why) => {
            assert!(why.to_string().len() > 20, "{case}: {why}");
            (Vec::new(), false)
        }
        Ok(ledger) => {
            let sent = ground.act(&ledger, moment, at);
            let stopped = ledger.is_stopped();
            ledger.close();
            (sent, stopped)
        }
    };
    let struck = ground.store.struck() > 0;
    // Nothing but a batch whose outcome stays unknown ends a ledger: one in a file cannot say what became of it.
    let unknown = at == FaultAt::Append && fault != Fault::Refused && ground.folder.is_some();
    let fatal = std::mem::take(&mut *ground.around.fatal.lock().unwrap());
    assert_eq!(stopped, !fatal.is_empty(), "{case}: {fatal:?}");
    assert!(
        fatal.iter().all(|why| unknown && matches!(why, Fatal::Unknown(_))),
        "{case}: {fatal:?}"
    );
    ground.judge(&sent, &case);
    struck
}

fn every_call(moments: &[Moment], make: impl Fn() -> (Arc<dyn Store>, Option<PathBuf>)) {
    let mut made: BTreeSet<(FaultAt, Moment)> = BTreeSet::new();
    for at in FaultAt::ALL {
        for &moment in moments {
            for fault in [Fault::Refused, Fault::Lost, Fault::Kept] {
                for lasting in [Lasting::Once, Lasting::ForGood] {
                    let (store, folder) = make();
                    let ground = ground(store, folder);
                    if run(&ground, moment, at, fault, lasting) {
                        made.insert((at, moment));
                    }
                }
            }
        }
    }
    let wanted: BTreeSet<(FaultAt, Moment)> = MADE
        .iter()
        .flat_map(|(at, all)| all.iter().map(|moment| (*at, *moment)))
        .filter(|(_, moment)| moments.contains(moment))
        .collect();
    assert_eq!(made, wanted);
}

#[test]
fn every_call_fails_in_every_way_at_every_moment() {
    every_call(&MOMENTS, || (Arc::new(Memory::new()), None));
}

/// The writes, on a file: what fails before it and what was kept in spite of the failure.
#[test]
fn the_writes_fail_before_a_file_as_before_memory() {
    let writes = [Moment::Write, Moment::Attach, Moment::Erase];
    every_call(&writes, || {
        let folder = std::env::temp_dir().join(format!("ledger-matrix-{:016x}", getrandom::u64().unwrap()));
        (Arc::new(Sqlite::open(&folder).unwrap()), Some(folder))
    });
}

/// An append whose outcome is not known, and a settling that fails as well: the ledger ends, and the next start knows.
#[test]
fn an_outcome_that_cannot_be_settled_ends_the_ledger_and_the_next_start_knows() {
    for kept in [Fault::Lost, Fault::Kept] {
        for settling in [Fault::Refused, Fault::Lost, Fault::Kept] {
            let ground = ground(Arc::new(Memory::new()), None);
            let ledger = ground.open().unwrap();
            ground.store.fail_next(FaultAt::Append, kept);
            ground.store.fail_next(FaultAt::Settle, settling);
            let sent = ground.act(&ledger, Moment::Write, FaultAt::Append);
            let case = format!("append {kept:?}, settle {settling:?}");
            assert!(matches!(sent[0].told, Err(Rejected::Unknown(_))), "{case}");
            assert!(matches!(sent[1].told, Err(Rejected::Stopped)), "{case}");
            ledger.close();
            assert!(
                matches!(ground.around.fatal.lock().unwrap()[..], [Fatal::Unknown(_)]),
                "{case}"
            );
            ground.judge(&sent, &case);
        }
    }
}
