//! NumPy, native: bench/contenders/with_numpy.py in a process of its own, where Python has NumPy.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use irozuku_tools::{program, workspace};
use serde_json::{Value, json};

use crate::contender::{Contender, number};

/// What its libraries of linear algebra read to know how many threads they may have.
const THREADS: [&str; 4] =
    ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"];

/// The process. It ends when its input does.
pub struct NumPy {
    process: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    /// The version of NumPy.
    pub version: String,
}

impl NumPy {
    /// Starts it, with one thread or with as many as it takes. Nothing where there is no Python with NumPy.
    pub fn start(one_thread: bool) -> Option<Self> {
        let python = program::find(&["python3", "python"])?;
        program::output(Command::new(&python).args(["-c", "import numpy"]))?;
        let mut command = Command::new(python);
        if one_thread {
            command.envs(THREADS.map(|name| (name, "1")));
        }
        let mut process = command
            .arg(workspace::bench().join("contenders/with_numpy.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python has just been started");
        let questions = process.stdin.take();
        let answers = BufReader::new(process.stdout.take().expect("its output is piped"));
        let mut numpy = NumPy { process, questions, answers, version: String::new() };
        numpy.version = numpy.answer().as_str().unwrap_or_default().to_owned();
        Some(numpy)
    }

    /// Puts it before a problem.
    pub fn lay(&mut self, problem: &Value) {
        self.ask(&json!({ "lay": problem }));
    }

    fn ask(&mut self, question: &Value) -> Value {
        let questions = self.questions.as_mut().expect("its input is piped");
        writeln!(questions, "{question}").expect("bench/contenders/with_numpy.py reads questions");
        self.answer()
    }

    fn answer(&mut self) -> Value {
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("its answers are text");
        serde_json::from_str(&line)
            .expect("bench/contenders/with_numpy.py answers with JSON: see its messages above")
    }
}

impl Contender for &mut NumPy {
    fn losses(&mut self, updates: usize) -> [f64; 2] {
        let losses = self.ask(&json!({ "losses": updates }));
        [number(&losses[0]), number(&losses[1])]
    }

    fn updates(&mut self, milliseconds: u32) -> usize {
        number(&self.ask(&json!({ "updates": milliseconds }))) as usize
    }

    fn time(&mut self, updates: usize, warm: usize) -> f64 {
        number(&self.ask(&json!({ "time": [updates, warm] })))
    }
}

impl Drop for NumPy {
    fn drop(&mut self) {
        drop(self.questions.take());
        let _ = self.process.wait();
    }
}
