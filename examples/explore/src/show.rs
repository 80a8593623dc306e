//! How a report reads.

use std::fmt::{self, Display, Formatter};

use crate::{ColumnReport, Count, Facet, Note, Report, Summary, TableReport, Value};

/// The longest text that is shown whole.
const WIDTH: usize = 32;

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        notes(f, &self.notes)?;
        let columns = self
            .tables
            .iter()
            .map(|table| table.columns.as_ref().map_or(0, Vec::len));
        let rows = self
            .tables
            .iter()
            .map(|table| table.rows.as_ref().map_or(0, |rows| rows.seen()));
        writeln!(
            f,
            "{}, {}, {}",
            plural(Count::Exactly(self.tables.len() as u64), "table"),
            plural(Count::Exactly(columns.sum::<usize>() as u64), "column"),
            plural(Count::Exactly(rows.sum()), "row"),
        )?;
        self.tables
            .iter()
            .try_for_each(|table| write!(f, "\n{table}"))
    }
}

impl Display for TableReport {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self {
            table,
            rows,
            columns,
            notes: table_notes,
        } = self;
        let name = Plain(&table.name);
        match rows {
            Ok(rows) => writeln!(f, "{name}: {}, {}", table.kind, plural(*rows, "row"))?,
            Err(problem) => writeln!(f, "{name}: {}, {}", table.kind, Plain(problem))?,
        }
        notes(f, table_notes)?;
        match columns {
            Ok(columns) => column_table(f, columns),
            // The same problem has been told in place of the number of rows.
            Err(problem) if rows.as_ref().err() == Some(problem) => Ok(()),
            Err(problem) => writeln!(f, "  {}", Plain(problem)),
        }
    }
}

fn notes(f: &mut Formatter<'_>, notes: &[Note]) -> fmt::Result {
    notes
        .iter()
        .try_for_each(|note| writeln!(f, "  {}: {}", Plain(&note.label), Plain(&note.text)))
}

fn column_table(f: &mut Formatter<'_>, columns: &[ColumnReport]) -> fmt::Result {
    let names: Vec<_> = columns
        .iter()
        .map(|column| Plain(&column.column.name).to_string())
        .collect();
    let types: Vec<_> = columns.iter().map(declared).collect();
    let (names_width, types_width) = (widest(&names), widest(&types));
    for ((name, declared), column) in names.iter().zip(&types).zip(columns) {
        write!(f, "  {name:names_width$}  {declared:types_width$}")?;
        match &column.summary {
            // A value that is always there has been told as such.
            Ok(summary) if summary.min == summary.max => writeln!(f, "  {summary}")?,
            Ok(summary) => writeln!(f, "  {summary}{}", Top(&column.top))?,
            Err(problem) => writeln!(f, "  {}", Plain(problem))?,
        }
    }
    Ok(())
}

fn declared(column: &ColumnReport) -> String {
    let declared = match column.column.declared.as_str() {
        "" => "any".to_owned(),
        declared => Plain(declared).to_string(),
    };
    if column.column.generated {
        declared + " (generated)"
    } else {
        declared
    }
}

fn widest(cells: &[String]) -> usize {
    cells
        .iter()
        .map(|cell| cell.chars().count())
        .max()
        .unwrap_or(0)
}

impl Display for Summary {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self {
            rows,
            nulls,
            distinct,
            min,
            max,
        } = self;
        if rows.seen() == 0 {
            return f.write_str("no rows");
        }
        if *nulls == rows.seen() {
            return f.write_str("all null");
        }
        if min == max {
            write!(f, "always {}", Shown(min))?;
        } else {
            write!(f, "{distinct} distinct, {} to {}", Shown(min), Shown(max))?;
        }
        if *nulls > 0 {
            write!(f, ", {} null", Thousands(*nulls))?;
        }
        if let Count::AtLeast(rows) = rows {
            write!(f, " (first {} rows)", Thousands(*rows))?;
        }
        Ok(())
    }
}

/// The most frequent values, behind the numbers.
struct Top<'a>(&'a [Facet]);

impl Display for Top<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // A value that was found once is not frequent.
        let repeated = self.0.iter().filter(|facet| facet.rows > 1);
        for (at, facet) in repeated.enumerate() {
            let before = if at == 0 { "; most often " } else { ", " };
            write!(
                f,
                "{before}{} ({}x)",
                Shown(&facet.value),
                Thousands(facet.rows)
            )?;
        }
        Ok(())
    }
}

impl Display for Count {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(count) => Thousands(*count).fmt(f),
            Self::AtLeast(count) => write!(f, "{}+", Thousands(*count)),
        }
    }
}

fn plural(count: Count, noun: &str) -> String {
    format!(
        "{count} {noun}{}",
        if count == Count::Exactly(1) { "" } else { "s" }
    )
}

/// A number with a comma before every third digit from the right.
struct Thousands(u64);

impl Display for Thousands {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        let groups = digits
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(String::from_utf8_lossy);
        f.pad(&groups.collect::<Vec<_>>().join(","))
    }
}

/// A value on one line, shortened.
struct Shown<'a>(&'a Value);

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Null => f.write_str("null"),
            Value::Integer(integer) => integer.fmt(f),
            Value::Real(real) => Real(*real).fmt(f),
            Value::Text(text) => match text.char_indices().nth(WIDTH) {
                Some((end, _)) => write!(f, "{:?}..", &text[..end]),
                None => write!(f, "{text:?}"),
            },
            Value::Blob(bytes) if bytes.len() > WIDTH / 2 => {
                write!(
                    f,
                    "{}.. ({} bytes)",
                    Hex(&bytes[..WIDTH / 2]),
                    Thousands(bytes.len() as u64)
                )
            }
            Value::Blob(bytes) => write!(f, "x'{}'", Hex(bytes)),
        }
    }
}

/// A number with a point even where nothing stands behind it, so that it is no integer.
pub(crate) struct Real(pub(crate) f64);

impl Display for Real {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

/// Bytes in hexadecimal.
pub(crate) struct Hex<'a>(pub(crate) &'a [u8]);

impl Display for Hex<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A name from the file, which must not be able to steer a terminal.
struct Plain<'a>(&'a str);

impl Display for Plain<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                write!(f, "{character}")?;
            }
        }
        Ok(())
    }
}

/// Where two texts part: the number of the line, and this line of each.
#[must_use]
pub fn first_difference(one: &str, other: &str) -> Option<String> {
    if one == other {
        return None;
    }
    let (mut ones, mut others) = (one.lines(), other.lines());
    for number in 1.. {
        match (ones.next(), others.next()) {
            (None, None) => break,
            (left, right) if left == right => {}
            (left, right) => {
                let (left, right) = (left.unwrap_or_default(), right.unwrap_or_default());
                return Some(format!("line {number}: {left:?} but {right:?}"));
            }
        }
    }
    Some("only the line ends differ".to_owned())
}
