//! Small numbers for syllables, and lists of where texts are kept.

use std::collections::BTreeMap;

/// Numbers for keys in use. A key that nobody uses any more gives its number back, so that the table is never larger
/// than what the texts at hold need.
#[derive(Clone, Debug)]
pub(super) struct Ids<K> {
    numbers: BTreeMap<K, u32>,
    keys: Vec<Option<(K, u32)>>,
    free: Vec<u32>,
}

impl<K> Default for Ids<K> {
    fn default() -> Self {
        Ids {
            numbers: BTreeMap::new(),
            keys: Vec::new(),
            free: Vec::new(),
        }
    }
}

impl<K: Ord + Clone> Ids<K> {
    /// The number of a key that is used once more.
    pub fn take(&mut self, key: K) -> u32 {
        if let Some(number) = self.numbers.get(&key) {
            if let Some(Some((_, uses))) = self.keys.get_mut(*number as usize) {
                *uses += 1;
            }
            return *number;
        }
        let number = self.free.pop().unwrap_or_else(|| {
            self.keys.push(None);
            // 2^20 texts of 160 syllables are fewer than 2^32
            (self.keys.len() - 1) as u32
        });
        if let Some(place) = self.keys.get_mut(number as usize) {
            *place = Some((key.clone(), 1));
        }
        self.numbers.insert(key, number);
        number
    }

    /// A key is used once less.
    pub fn give_back(&mut self, number: u32) {
        let Some(place) = self.keys.get_mut(number as usize) else {
            return;
        };
        match place {
            Some((_, uses)) if *uses > 1 => *uses -= 1,
            _ => {
                if let Some((key, _)) = place.take() {
                    self.numbers.remove(&key);
                    self.free.push(number);
                }
            }
        }
    }

    /// The number of a key in use.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<u32>
    where
        K: std::borrow::Borrow<Q>,
    {
        self.numbers.get(key).copied()
    }
}

/// Places of texts, in order. Most pairs of syllables stand in one text: those take no memory of their own.
#[derive(Clone, Debug)]
pub(super) enum Slots {
    One([u32; 1]),
    Many(Vec<u32>),
}

impl Default for Slots {
    fn default() -> Self {
        Slots::Many(Vec::new())
    }
}

impl Slots {
    pub fn as_slice(&self) -> &[u32] {
        match self {
            Slots::One(slot) => slot,
            Slots::Many(slots) => slots,
        }
    }

    pub fn insert(&mut self, slot: u32) {
        let Err(place) = self.as_slice().binary_search(&slot) else {
            return;
        };
        match self {
            Slots::Many(slots) if slots.is_empty() => *self = Slots::One([slot]),
            Slots::Many(slots) => slots.insert(place, slot),
            Slots::One([other]) => *self = Slots::Many(vec![slot.min(*other), slot.max(*other)]),
        }
    }

    /// Tells whether nothing is left.
    pub fn remove(&mut self, slot: u32) -> bool {
        if let Ok(place) = self.as_slice().binary_search(&slot) {
            match self {
                Slots::One(_) => *self = Slots::default(),
                Slots::Many(slots) => {
                    slots.remove(place);
                }
            }
        }
        self.as_slice().is_empty()
    }
}
