//! Checks of proofs, for any tree of 64-bit size (RFC 9162 §2.1.3.2 and §2.1.4.2; subtrees as in the IETF draft
//! "Merkle Tree Certificates", of which whole trees are the case that starts at leaf 0).

use super::{Hash, ProofError, empty_root, node_hash};

/// Checks that a leaf hash is leaf `index` of the tree of `size` leaves with this root.
///
/// # Errors
/// [`ProofError`]: a leaf outside the tree, a proof of the wrong length, another root.
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> Result<(), ProofError> {
    if root_from_inclusion(leaf, index, size, proof)? == *root {
        Ok(())
    } else {
        Err(ProofError::RootMismatch)
    }
}

/// The root an inclusion proof leads to.
///
/// # Errors
/// A leaf outside the tree, a proof of the wrong length.
pub fn root_from_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash]) -> Result<Hash, ProofError> {
    if index >= size {
        return Err(ProofError::IndexOutOfRange { index, size });
    }
    let (mut node, mut last) = (index, size - 1);
    let mut hash = *leaf;
    for sibling in proof {
        if last == 0 {
            return Err(ProofError::Length(proof.len()));
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(sibling, &hash);
            // Levels where the node has no sibling add nothing to the proof.
            let up = node.trailing_zeros();
            node >>= up;
            last >>= up;
        } else {
            hash = node_hash(&hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if last == 0 {
        Ok(hash)
    } else {
        Err(ProofError::Length(proof.len()))
    }
}

/// Checks that the tree of `to` leaves begins with the whole tree of `from` leaves. Size 0 is refused: every tree
/// begins with nothing, so such a proof would say nothing.
///
/// # Errors
/// [`ProofError`]: sizes of 0 or backwards, a proof of the wrong length, another root.
pub fn verify_consistency(
    from: u64,
    to: u64,
    from_root: &Hash,
    to_root: &Hash,
    proof: &[Hash],
) -> Result<(), ProofError> {
    if from == 0 || from > to {
        return Err(ProofError::Sizes { from, to });
    }
    verify_subtree_consistency(0, from, to, from_root, to_root, proof)
}

/// Checks that a leaf hash is leaf `index` of the tree within the subtree of leaves `start` up to, not including,
/// `end`.
///
/// # Errors
/// [`ProofError`]: no subtree, a leaf outside it, a proof of the wrong length, another root.
pub fn verify_subtree_inclusion(
    leaf: &Hash,
    index: u64,
    start: u64,
    end: u64,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), ProofError> {
    check_subtree(start, end)?;
    let Some(within) = index.checked_sub(start) else {
        return Err(ProofError::IndexOutOfRange { index, size: end });
    };
    verify_inclusion(leaf, within, end - start, proof, root)
}

/// Checks that the subtree of leaves `start` up to, not including, `end` is part of the tree of `size` leaves. An empty
/// range is accepted with the empty root and no proof, which says nothing about the tree; [`verify_consistency`], the
/// check of a growing log, refuses it.
///
/// # Errors
/// [`ProofError`]: no subtree, a subtree beyond the tree, a proof of the wrong length, another root.
pub fn verify_subtree_consistency(
    start: u64,
    end: u64,
    size: u64,
    subtree_root: &Hash,
    root: &Hash,
    proof: &[Hash],
) -> Result<(), ProofError> {
    if end > size {
        return Err(ProofError::Sizes { from: end, to: size });
    }
    let length = ProofError::Length(proof.len());
    if start == end {
        // Nothing is part of every tree, whatever its root.
        return match (proof, *subtree_root == empty_root()) {
            ([], true) => Ok(()),
            ([], false) => Err(ProofError::RootMismatch),
            _ => Err(length),
        };
    }
    check_subtree(start, end)?;
    let (mut first, mut node, mut last) = (start, end - 1, size - 1);
    // Go up while the right edge of the subtree is also the edge of a node of the large tree, thus needs no hash.
    while first != node && (node == last || node & 1 == 1) {
        first >>= 1;
        node >>= 1;
        last >>= 1;
    }
    let (mut old, mut rest) = (*subtree_root, proof);
    if first != node {
        let (head, tail) = proof.split_first().ok_or(length)?;
        (old, rest) = (*head, tail);
    }
    let mut new = old;
    for sibling in rest {
        if last == 0 {
            return Err(length);
        }
        if node & 1 == 1 || node == last {
            if first < node {
                old = node_hash(sibling, &old);
            }
            new = node_hash(sibling, &new);
            let up = node.trailing_zeros();
            first >>= up;
            node >>= up;
            last >>= up;
        } else {
            new = node_hash(&new, sibling);
        }
        first >>= 1;
        node >>= 1;
        last >>= 1;
    }
    if last != 0 {
        return Err(length);
    }
    if old == *subtree_root && new == *root {
        Ok(())
    } else {
        Err(ProofError::RootMismatch)
    }
}

/// A subtree starts at a multiple of the smallest power of two that holds it.
fn check_subtree(start: u64, end: u64) -> Result<(), ProofError> {
    let aligned = start < end
        && match (end - start).checked_next_power_of_two() {
            Some(width) => start.is_multiple_of(width),
            None => start == 0,
        };
    if aligned {
        Ok(())
    } else {
        Err(ProofError::NotASubtree { start, end })
    }
}
