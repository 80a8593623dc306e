//! Figures as text.

pub(crate) struct Table(String);

impl Table {
    /// The last column is the ratio to that row.
    pub(crate) fn new(title: &str, columns: &[&str], ratio_to: &str) -> Self {
        let mut text = format!("\n## {title}\n\n{:<36}", "");
        for column in columns {
            text += &format!("{column:>16}");
        }
        Self(text + &format!("   / {ratio_to}\n"))
    }

    pub(crate) fn row(&mut self, name: &str, values: &[f64], ratio: Option<f64>) {
        self.0 += &format!("{name:<36}");
        for value in values {
            let digits = if value.abs() < 10.0 { 3 } else { 1 };
            self.0 += &format!("{value:>16.digits$}");
        }
        if let Some(ratio) = ratio {
            self.0 += &format!("{ratio:>10.2}");
        }
        self.0 += "\n";
    }

    pub(crate) fn print(&self) {
        println!("{}", self.0);
    }
}
