//! Numbers that are counted, by name. Nothing but numbers is kept here.

use super::{Ops, OpsError, failed};
use rusqlite::params;
use std::collections::BTreeMap;

impl Ops {
    /// All numbers, by name.
    pub fn counters(&self) -> Result<BTreeMap<String, u64>, OpsError> {
        let doing = "reading the counters";
        let connection = self.connection();
        let mut select = connection
            .prepare_cached("SELECT name, value FROM counters")
            .map_err(|why| failed(doing, why))?;
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)));
        let rows = rows.map_err(|why| failed(doing, why))?;
        let numbers = rows.map(|row| row.map(|(name, value)| (name, u64::try_from(value).unwrap_or(0))));
        numbers.collect::<Result<_, _>>().map_err(|why| failed(doing, why))
    }

    /// Keeps these numbers, all of them or none; others stay as they are. More than `i64::MAX` is that.
    pub fn keep_counters(&self, numbers: &[(String, u64)]) -> Result<(), OpsError> {
        let keep = || {
            let mut connection = self.connection();
            let transaction = connection.transaction()?;
            {
                let sql = "INSERT INTO counters (name, value) VALUES (?1, ?2) \
                           ON CONFLICT (name) DO UPDATE SET value = excluded.value";
                let mut insert = transaction.prepare_cached(sql)?;
                for (name, value) in numbers {
                    insert.execute(params![name, i64::try_from(*value).unwrap_or(i64::MAX)])?;
                }
            }
            transaction.commit()
        };
        keep().map_err(|why: rusqlite::Error| failed("keeping the counters", why))
    }
}
