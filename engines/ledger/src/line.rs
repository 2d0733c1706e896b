//! The line before the sequencer: whose command is next.
//!
//! One sender who writes without a pause must not hold up those who write once. Commands wait in flows, a flow for each
//! sender, and flows take turns. A flow that had less than its share of turns lately goes before the others, much as in the
//! flow queues of RFC 8290 §4.2: a lone click among many busy writers waits for the batch under way and for its own, not
//! for all of theirs. Within a flow the order is kept.

use base::fact::Actor;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};

/// Of so many turns in a row one is of a busy flow, however many others come.
const SPARSE_TURNS_MAX: u32 = 16;

/// The last turns, of which each flow's share is counted. At some ten thousand a second it is a moment's.
const LATELY_TURNS: usize = 4_096;

/// Whose commands wait behind each other. Known while they wait and for some thousand turns; nothing on record tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Flow(Inner);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Inner {
    /// Of this one.
    Actor(Actor),
    /// What the caller told senders apart by.
    Told([u8; 16]),
}

impl Flow {
    /// The flow of an actor; everyone without a name shares one.
    pub fn of(actor: Actor) -> Self {
        Self(Inner::Actor(actor))
    }

    /// A flow by a mark of the caller's, such as a keyed digest of where a request came from.
    pub fn marked(mark: [u8; 16]) -> Self {
        Self(Inner::Told(mark))
    }
}

/// Waiting items in their flows.
pub(crate) struct Line<T> {
    flows: HashMap<Flow, Lane<T>>,
    /// Flows in which something waits: those that had less than half a share lately, in the order of coming.
    sparse: VecDeque<Flow>,
    /// The others, in the order of coming or of their last turn.
    busy: VecDeque<Flow>,
    /// Turns of sparse flows since a busy one had its turn.
    sparse_turns: u32,
    /// Whose the last turns were, the newest last.
    lately: VecDeque<Flow>,
}

/// Whose turn it is.
pub(crate) struct Next<T> {
    pub(crate) item: T,
    /// Its flow had less than half a share lately.
    pub(crate) is_sparse: bool,
}

struct Lane<T> {
    waiting: VecDeque<T>,
    /// How many of the last turns were its own.
    turns_lately: usize,
}

impl<T> Line<T> {
    pub(crate) fn new() -> Self {
        Self {
            flows: HashMap::new(),
            sparse: VecDeque::new(),
            busy: VecDeque::new(),
            sparse_turns: 0,
            lately: VecDeque::new(),
        }
    }

    /// Puts an item behind those of its flow.
    pub(crate) fn push(&mut self, flow: Flow, item: T) {
        let flows = self.flows.len();
        let lane = self.flows.entry(flow).or_insert_with(|| Lane {
            waiting: VecDeque::new(),
            turns_lately: 0,
        });
        if lane.waiting.is_empty() {
            let is_sparse = lane.turns_lately == 0 || 2 * lane.turns_lately * flows <= self.lately.len();
            let line = if is_sparse { &mut self.sparse } else { &mut self.busy };
            line.push_back(flow);
        }
        lane.waiting.push_back(item);
    }

    /// The next item; none when nothing waits.
    pub(crate) fn pop(&mut self) -> Option<Next<T>> {
        let is_busys_turn = self.sparse_turns == SPARSE_TURNS_MAX && !self.busy.is_empty();
        let (flow, is_sparse) = match self.sparse.pop_front_if(|_| !is_busys_turn) {
            Some(flow) => {
                self.sparse_turns = (self.sparse_turns + 1).min(SPARSE_TURNS_MAX);
                (flow, true)
            }
            None => {
                self.sparse_turns = 0;
                (self.busy.pop_front()?, false)
            }
        };
        self.lately.push_back(flow);
        let lane = self.flows.get_mut(&flow)?;
        lane.turns_lately += 1;
        let item = lane.waiting.pop_front()?;
        if !lane.waiting.is_empty() {
            self.busy.push_back(flow);
        }
        self.forget();
        Some(Next { item, is_sparse })
    }

    /// Turns of long ago, and flows that had no others.
    fn forget(&mut self) {
        if self.lately.len() <= LATELY_TURNS {
            return;
        }
        let Some(flow) = self.lately.pop_front() else { return };
        if let Entry::Occupied(mut lane) = self.flows.entry(flow) {
            lane.get_mut().turns_lately -= 1;
            if lane.get().turns_lately == 0 && lane.get().waiting.is_empty() {
                lane.remove();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn flow(number: u8) -> Flow {
        Flow::marked([number; 16])
    }

    fn pop<T>(line: &mut Line<T>) -> Option<T> {
        line.pop().map(|next| next.item)
    }

    fn all(line: &mut Line<u32>) -> Vec<u32> {
        std::iter::from_fn(|| pop(line)).collect()
    }

    #[test]
    fn flows_take_turns_and_keep_their_order() {
        let mut line = Line::new();
        for item in 0..3 {
            line.push(flow(1), 10 + item);
        }
        line.push(flow(2), 20);
        line.push(flow(2), 21);
        line.push(flow(3), 30);
        assert_eq!(all(&mut line), [10, 20, 30, 11, 21, 12]);
    }

    #[test]
    fn whoever_waits_for_an_answer_is_no_newcomer_afterwards() {
        let mut line = Line::new();
        for number in 0..100 {
            line.push(flow(number), u32::from(number));
        }
        // Nobody writes again before everyone had a turn.
        assert_eq!(all(&mut line).len(), 100);
        for number in 0..50 {
            line.push(flow(number), u32::from(number));
        }
        line.push(flow(200), 999);
        assert_eq!(pop(&mut line), Some(999));
    }

    #[test]
    fn a_click_goes_before_busy_flows_that_had_their_turn() {
        let mut line = Line::new();
        for number in 0..100 {
            line.push(flow(number), u32::from(number));
        }
        // All are answered one after the other and write again at once.
        let mut turns = [0; 100];
        for _ in 0..500 {
            let item = pop(&mut line).unwrap();
            turns[item as usize] += 1;
            line.push(flow(item as u8), item);
        }
        assert!(
            turns.iter().all(|turns| (4..=6).contains(turns)),
            "those who write without a pause share alike: {turns:?}"
        );
        line.push(flow(200), 999);
        assert_eq!(pop(&mut line), Some(999));
    }

    #[test]
    fn a_click_each_some_turns_goes_before_busy_flows_too() {
        let mut line = Line::new();
        for number in 0..100 {
            line.push(flow(number), u32::from(number));
        }
        for turn in 0..10_000 {
            let item = pop(&mut line).unwrap();
            line.push(flow(item as u8), item);
            // A quarter of a share.
            if turn % 400 == 399 {
                line.push(flow(200), 999);
                assert_eq!(pop(&mut line), Some(999), "turn {turn}");
            }
        }
    }

    #[test]
    fn flows_that_come_anew_do_not_keep_the_others_waiting_for_good() {
        let mut line = Line::new();
        line.push(flow(0), 0);
        line.push(flow(0), 1);
        assert_eq!(pop(&mut line), Some(0));
        for number in 1..=200 {
            line.push(flow(number), 1_000);
        }
        let before = (0..).map_while(|_| pop(&mut line).filter(|item| *item != 1)).count();
        assert!(before <= SPARSE_TURNS_MAX as usize, "{before}");
    }

    #[test]
    fn a_flow_is_forgotten_after_its_turns() {
        let mut line = Line::new();
        line.push(flow(1), 0);
        pop(&mut line);
        for _ in 0..LATELY_TURNS {
            assert!(line.flows.contains_key(&flow(1)));
            line.push(flow(2), 0);
            pop(&mut line);
        }
        assert_eq!(line.flows.keys().collect::<Vec<_>>(), [&flow(2)]);
        assert_eq!((pop(&mut line), line.lately.len()), (None, LATELY_TURNS));
    }

    proptest! {
        #[test]
        fn everything_comes_out_once_and_each_flow_in_its_order(steps in proptest::collection::vec((0_u8..6, any::<bool>()), 0..200)) {
            let mut line = Line::new();
            let (mut told, mut came) = (vec![Vec::new(); 6], vec![Vec::new(); 6]);
            let mut keep = |item: Option<(u8, usize)>| {
                if let Some((number, item)) = item {
                    came[usize::from(number)].push(item);
                }
            };
            for (item, (number, turn)) in steps.into_iter().enumerate() {
                told[usize::from(number)].push(item);
                line.push(flow(number), (number, item));
                if turn {
                    keep(pop(&mut line));
                }
            }
            while let Some(item) = pop(&mut line) {
                keep(Some(item));
            }
            prop_assert_eq!(told, came);
        }
    }
}
