//! Commitments inside an entry's data: what a sealed value or a file must open.

use base::fact::{BlobRef, Commitment, FieldName};

/// Everything in an entry's data that could be a commitment, by its field's name.
pub struct Commitments {
    /// Fields with 64 hex characters: commitments, and digests that are none (the state tells them apart).
    pub values: Vec<(FieldName, Commitment)>,
    /// Files.
    pub files: Vec<(FieldName, BlobRef)>,
}

/// Reads the data of an entry.
pub fn commitments(data: &str) -> Commitments {
    let mut found = Commitments {
        values: Vec::new(),
        files: Vec::new(),
    };
    let Ok(serde_json::Value::Object(fields)) = serde_json::from_str(data) else {
        return found;
    };
    for (name, value) in fields {
        let Some(field) = FieldName::new(&name) else { continue };
        if let Ok(file) = serde_json::from_value::<BlobRef>(value.clone()) {
            found.files.push((field, file));
        } else if let Ok(commitment) = serde_json::from_value::<Commitment>(value) {
            found.values.push((field, commitment));
        }
    }
    found
}
