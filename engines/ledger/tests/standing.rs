//! A ledger that stands still goes on only when it is given a turn, and does then what its threads would do.

mod toy;

use base::fact::Actor;
use ledger::store::Store;
use ledger::{Fatal, HighWaterFile, OpenError, Rejected, Standing, Turn};
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use storage::{Faulty, Memory};
use toy::{Command, Surroundings, Toy, note, prove_all};

fn stand(around: &Surroundings) -> Standing<Toy, Faulty<Memory>> {
    Standing::open(around.store.clone(), around.options()).unwrap()
}

fn poll<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
    match Pin::new(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}

#[test]
fn nothing_moves_without_a_turn() {
    let around = Surroundings::new();
    let mut standing = stand(&around);
    let ledger = standing.ledger().clone();
    let mut first = ledger.submit(Actor::Anyone, note("một"), None).unwrap();
    let mut second = ledger.submit(Actor::Anyone, note("hai"), None).unwrap();
    assert!(poll(&mut first).is_none() && ledger.view().size == 0);
    assert_eq!(standing.turn(), Turn::Went);
    assert_eq!(standing.turn(), Turn::Idle);
    let told = poll(&mut first).unwrap().unwrap();
    assert_eq!((told.first, told.count), (Some(0), 1));
    // Both were one batch.
    assert_eq!(poll(&mut second).unwrap().unwrap().first, Some(1));
    prove_all(&ledger);
    assert!(around.mark.content.lock().unwrap().is_none());
    standing.keep_mark();
    let marked = around.mark.content.lock().unwrap().clone();
    assert_eq!(marked.as_deref(), Some(&*ledger.view().signed));
}

#[test]
fn a_full_queue_says_so() {
    let around = Surroundings::new();
    let mut options = around.options();
    options.queue_commands_max = 1;
    let standing = Standing::<Toy, _>::open(around.store.clone(), options).unwrap();
    let _waiting = standing.ledger().submit(Actor::Anyone, note("một"), None).unwrap();
    let busy = standing.ledger().submit(Actor::Anyone, note("hai"), None);
    assert_eq!(busy.err(), Some(Rejected::Busy));
}

#[test]
fn a_dropped_one_has_crashed() {
    let around = Surroundings::new();
    let standing = stand(&around);
    let mut waiting = standing
        .ledger()
        .submit(Actor::Anyone, Command::Notes(2), None)
        .unwrap();
    drop(standing);
    assert!(matches!(poll(&mut waiting), Some(Err(Rejected::Unknown(_)))));
    assert_eq!(stand(&around).ledger().view().size, 0);
}

#[test]
fn closing_records_what_waits() {
    let around = Surroundings::new();
    let standing = stand(&around);
    let mut waiting = standing.ledger().submit(Actor::Anyone, note("một"), None).unwrap();
    standing.close();
    assert!(poll(&mut waiting).unwrap().is_ok());
    assert_eq!(around.shelf.0.lock().unwrap().keys().copied().collect::<Vec<_>>(), [1]);
    let again = stand(&around);
    assert_eq!(again.ledger().start_report().from_snapshot, Some(1));
}

#[test]
fn a_superseded_one_ends_when_it_looks() {
    let around = Surroundings::new();
    let mut standing = stand(&around);
    assert_eq!(standing.check_lead(), Turn::Went);
    let next = stand(&around);
    assert_eq!(standing.check_lead(), Turn::Ended);
    assert!(standing.ledger().is_stopped() && !next.ledger().is_stopped());
    assert_eq!(standing.turn(), Turn::Ended);
}

#[test]
fn a_leader_that_wakes_does_not_take_a_shared_mark_back() {
    let around = Surroundings::new();
    let mut frozen = stand(&around);
    frozen.ledger().submit(Actor::Anyone, note("một"), None).unwrap();
    frozen.turn();
    let mut next = stand(&around);
    next.ledger().submit(Actor::Anyone, note("hai"), None).unwrap();
    next.turn();
    next.keep_mark();
    frozen.keep_mark();
    let marked = around.mark.content.lock().unwrap().clone();
    assert_eq!(marked.as_deref(), Some(&*next.ledger().view().signed));
}

/// A high-water file; before it is read, another process leads and records, and moves the mark on if they share it.
struct Overtaken {
    around: Surroundings,
    is_shared: bool,
}

impl HighWaterFile for Overtaken {
    fn read(&mut self) -> io::Result<Option<String>> {
        let mut next = stand(&self.around);
        let once = next.ledger().once("act", b"hai");
        next.ledger().submit(Actor::Anyone, note("hai"), Some(once)).unwrap();
        next.turn();
        if self.is_shared {
            next.keep_mark();
        }
        self.around.mark.read()
    }

    fn write(&mut self, signed_checkpoint: &str) -> io::Result<()> {
        self.around.mark.write(signed_checkpoint)
    }
}

fn overtaken(around: &Surroundings, is_shared: bool) -> Result<Standing<Toy, Faulty<Memory>>, OpenError> {
    let mut options = around.options();
    let around = around.clone();
    let store = around.store.clone();
    options.high_water = Some(Box::new(Overtaken { around, is_shared }));
    Standing::open(store, options)
}

#[test]
fn a_start_that_is_overtaken_misses_nothing() {
    let started = overtaken(&Surroundings::new(), true);
    assert!(matches!(started.err(), Some(OpenError::Superseded)));
}

#[test]
fn a_start_that_is_overtaken_knows_no_key_of_what_it_does_not_show() {
    let mut started = overtaken(&Surroundings::new(), false).unwrap();
    let once = started.ledger().once("act", b"hai");
    let mut again = started.ledger().submit(Actor::Anyone, note("hai"), Some(once)).unwrap();
    assert_eq!(started.turn(), Turn::Ended);
    // Told that it was recorded, a caller would find nothing here.
    assert!(matches!(poll(&mut again), Some(Err(Rejected::Unknown(_)))));
    assert_eq!(started.ledger().view().size, 0);
}

#[test]
fn what_removes_shares_no_batch_with_anything_else() {
    let around = Surroundings::new();
    let mut standing = stand(&around);
    let ledger = standing.ledger().clone();
    let submit = |command| ledger.submit(Actor::Anyone, command, None).unwrap();
    let mut told = [
        submit(note("một")),
        submit(Command::Hide(0)),
        submit(note("hai")),
        submit(note("ba")),
    ];
    for (answered, waiting) in [(0..1, 1..4), (1..2, 2..4), (2..4, 4..4)] {
        assert_eq!(standing.turn(), Turn::Went);
        assert!(told[answered].iter_mut().all(|one| poll(one).is_some()));
        assert!(told[waiting].iter_mut().all(|one| poll(one).is_none()));
    }
    assert_eq!((standing.turn(), ledger.view().size), (Turn::Idle, 4));
}

#[test]
fn a_replaced_leader_says_nothing_for_sure() {
    let around = Surroundings::new();
    let mut standing = stand(&around);
    let ledger = standing.ledger().clone();
    let refused = Command::Pay(0, 1);
    let mut before = ledger.submit(Actor::Anyone, refused.clone(), None).unwrap();
    assert_eq!(standing.turn(), Turn::Went);
    assert!(matches!(poll(&mut before), Some(Err(Rejected::Refused(_)))));
    let _next = stand(&around);
    let mut after = ledger.submit(Actor::Anyone, refused, None).unwrap();
    assert_eq!(standing.turn(), Turn::Ended);
    assert!(matches!(poll(&mut after), Some(Err(Rejected::Unknown(_)))));
    assert!(matches!(around.fatal.lock().unwrap()[..], [Fatal::Superseded { .. }]));
}

#[test]
fn many_old_keys_are_forgotten_a_few_at_a_time() {
    let around = Surroundings::new();
    let mut standing = stand(&around);
    let ledger = standing.ledger().clone();
    for number in 0..3_u32 {
        let once = ledger.once(&number.to_string(), b"");
        let many = Command::Notes(4_000);
        let _told = ledger.submit(Actor::Anyone, many, Some(once)).unwrap();
        assert_eq!(standing.turn(), Turn::Went);
    }
    let kept = || around.store.once_from(0).unwrap().len();
    assert_eq!(kept(), 3);
    around.pass_hours(24 * 8);
    let _told = ledger.submit(Actor::Anyone, note("mới"), None).unwrap();
    assert_eq!((standing.turn(), kept()), (Turn::Went, 1));
    assert_eq!((standing.turn(), kept()), (Turn::Went, 0));
    assert_eq!(standing.turn(), Turn::Idle);
}
