//! Commitments inside an entry's data: what a sealed value or a file must open.

use base::fact::{BlobRef, Commitment, FieldName};

/// Everything in an entry's data that could be a commitment, by its field's name.
pub struct Commitments {
    /// Fields with 64 hex characters: commitments, and digests that are none (the state tells them apart).
    pub values: Vec<(FieldName, Commitment)>,
    /// Files.
    pub files: Vec<(FieldName, BlobRef)>,
}

/// Reads the data of an entry. Names with numbers are those of listed objects, as [`ledger::entry::commitment`] says.
pub fn commitments(data: &str) -> Commitments {
    let mut found = Commitments {
        values: Vec::new(),
        files: Vec::new(),
    };
    let Ok(serde_json::Value::Object(fields)) = serde_json::from_str(data) else {
        return found;
    };
    for (name, value) in &fields {
        found.take(FieldName::new(name), value);
        if let (Some(own), Some(list)) = (name.strip_suffix('s'), value.as_array()) {
            list.iter().for_each(|object| found.listed(own, object));
        }
    }
    found
}

impl Commitments {
    fn take(&mut self, field: Option<FieldName>, value: &serde_json::Value) {
        let Some(field) = field else { return };
        // A file stands there as it is, or with its kind and size beside it.
        let file = value.get("blob").unwrap_or(value);
        if let Ok(file) = serde_json::from_value::<BlobRef>(file.clone()) {
            self.files.push((field, file));
        } else if let Ok(commitment) = serde_json::from_value::<Commitment>(value.clone()) {
            self.values.push((field, commitment));
        }
    }

    fn listed(&mut self, own: &str, object: &serde_json::Value) {
        let number = object.get(own).and_then(serde_json::Value::as_u64);
        let (Some(number), Some(members)) = (number.and_then(|number| u32::try_from(number).ok()), object.as_object())
        else {
            return;
        };
        for (member, value) in members {
            self.take(FieldName::numbered(member, number), value);
        }
    }
}
