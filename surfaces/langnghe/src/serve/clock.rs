//! Time passes: due events, erasures that were ordered, files that no entry names, sessions that are over.

use crate::exit::say;
use base::fact::Actor;
use base::time::Minute;
use ledger::store::Erasable;
use std::time::Duration;
use web_scene::{App, SESSION_HOURS, Unsent};
use world::Command;

/// Seconds between two looks at the clock.
const TICK_SECONDS: u64 = 60;
/// Seconds between two looks for ordered erasures: what is ordered is hidden at once and gone soon after.
const ERASE_SECONDS: u64 = 2;
/// Time between two writes of what was counted of visits: a kill loses no more than that.
const KEEP_COUNTS_EVERY: Duration = Duration::from_secs(1);
/// Ticks between two sweeps of unnamed files and old sessions.
const TICKS_PER_SWEEP: u64 = 60;
/// Most batches of one catch-up; a minute later the next ones follow.
const CATCH_UP_MAX: usize = 1_000;

/// Lets the time that has passed take effect, until nothing is due.
pub async fn pass(app: &App) {
    for _ in 0..CATCH_UP_MAX {
        match app.submit(Actor::Clock, Command::Tick { until: app.now() }, None).await {
            Ok(recorded) if recorded.count == 0 => return,
            Ok(_) => {}
            // The next minute asks again.
            Err(Unsent::Busy | Unsent::NotRecorded | Unsent::OtherBody) => return,
            Err(Unsent::Refused(why)) => return say(&format!("time could not pass: {why:?}")),
        }
    }
}

/// Goes on until it is stopped.
pub async fn keep(app: App) {
    let mut seconds = 0;
    let mut beat = tokio::time::interval(Duration::from_secs(ERASE_SECONDS));
    beat.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        beat.tick().await;
        erase(&app).await;
        if seconds % TICK_SECONDS == 0 {
            pass(&app).await;
        }
        if seconds % (TICK_SECONDS * TICKS_PER_SWEEP) == 0 {
            sweep(&app).await;
        }
        seconds += ERASE_SECONDS;
    }
}

/// Keeps what was counted of visits, until it is stopped.
pub async fn keep_counts(app: App) {
    let mut beat = tokio::time::interval(KEEP_COUNTS_EVERY);
    beat.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut failing = false;
    loop {
        beat.tick().await;
        let app = app.clone();
        let kept = tokio::task::spawn_blocking(move || app.visits.keep(&app.ops, app.now())).await;
        // Said once, not every second.
        if let Ok(Err(why)) = &kept
            && !failing
        {
            say(&format!("what was counted of visits could not be kept: {why}"));
        }
        failing = !matches!(kept, Ok(Ok(())));
    }
}

/// Removes what was ordered, then records that it is gone.
async fn erase(app: &App) {
    for pending in app.ledger.view().state.pending_erasures() {
        let values = pending.values.iter().map(|at| Erasable::Sealed(*at));
        let what: Vec<Erasable> = values
            .chain(pending.files.iter().map(|id| Erasable::Blob(*id)))
            .collect();
        let ledger = app.ledger.clone();
        let removed = tokio::task::spawn_blocking(move || ledger.erase_now(&what)).await;
        match removed {
            Ok(Ok(())) => {
                // Not recorded now: the next beat finds the order open, erases nothing more and records it.
                let _ = app
                    .submit(
                        Actor::Console,
                        Command::ConfirmErased {
                            erasure: pending.erasure,
                        },
                        None,
                    )
                    .await;
            }
            Ok(Err(why)) => say(&format!(
                "order {} to erase is not carried out yet: {why}",
                pending.erasure
            )),
            Err(_) => say(&format!("order {} to erase was interrupted", pending.erasure)),
        }
    }
}

async fn sweep(app: &App) {
    let ledger = app.ledger.clone();
    if let Ok(Err(why)) = tokio::task::spawn_blocking(move || ledger.sweep_orphans()).await {
        say(&format!("files that no entry names could not be removed: {why}"));
    }
    let hours_ago = app.now().unix_secs().saturating_sub(u64::from(SESSION_HOURS) * 3600);
    if let Err(why) = app.ops.purge_started_before(Minute::from_unix_secs(hours_ago)) {
        say(&format!("old sessions could not be removed: {why}"));
    }
}
