//! As much of JavaScript as the page's WebAssembly asks for when it trains: values, the fields of objects, text.

use serde_json::Value;
use wasmi::{
    AsContext, AsContextMut, Caller, Engine, Error, ExternRef, Func, Instance, Linker, Memory, Module,
    Nullable, Ref, Store, Table, Val, ValType,
};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Js {
    Undefined,
    Null,
    Boolean(bool),
    Number(f64),
    Text(String),
    List(Vec<Js>),
    Object(Vec<(String, Js)>),
    /// A Float32Array, as its bytes.
    Floats(Vec<u8>),
}

impl From<&Value> for Js {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Js::Null,
            Value::Bool(value) => Js::Boolean(*value),
            Value::Number(number) => Js::Number(number.as_f64().expect("it is finite")),
            Value::String(text) => Js::Text(text.clone()),
            Value::Array(list) => Js::List(list.iter().map(Js::from).collect()),
            Value::Object(object) => {
                Js::Object(object.iter().map(|(key, value)| (key.clone(), Js::from(value))).collect())
            }
        }
    }
}

impl Js {
    /// The field of a name, or undefined.
    fn field(&self, key: &Js) -> Js {
        match (self, key) {
            (Js::Object(fields), Js::Text(key)) => {
                fields.iter().find(|(name, _)| name == key).map_or(Js::Undefined, |(_, value)| value.clone())
            }
            _ => Js::Undefined,
        }
    }
}

/// What the values and texts of a running WebAssembly are kept in.
#[derive(Clone, Copy)]
struct Exports {
    memory: Memory,
    table: Table,
    malloc: Func,
    allocate: Func,
}

/// A call from the WebAssembly.
type Call<'a> = Caller<'a, Option<Exports>>;

/// The running WebAssembly.
pub struct World {
    store: Store<Option<Exports>>,
    instance: Instance,
    exports: Exports,
}

impl World {
    /// Starts it. Whatever it asks for is looked up by its name when it is called.
    pub fn new(wasm: &[u8]) -> Self {
        let engine = Engine::default();
        let module = Module::new(&engine, wasm).expect("the interpreter can read the page's WebAssembly");
        let (mut store, mut linker) = (Store::new(&engine, None), Linker::new(&engine));
        for import in module.imports() {
            let ty = import.ty().func().expect("only functions are asked for").clone();
            let results = ty.results().to_vec();
            // The name ends in a mark of its version.
            let name = import.name().to_owned();
            let answer = move |caller: Call<'_>, arguments: &[Val], given: &mut [Val]| {
                answer(caller, &name, arguments, given, &results)
            };
            linker.func_new(import.module(), import.name(), ty, answer).expect("no name comes twice");
        }
        let instance = linker.instantiate_and_start(&mut store, &module).expect("it begins");
        let function = |name| instance.get_func(&store, name).expect("it is exported");
        let exports = Exports {
            memory: instance.get_memory(&store, "memory").expect("it is exported"),
            table: instance.get_table(&store, "__wbindgen_externrefs").expect("it is exported"),
            malloc: function("__wbindgen_malloc"),
            allocate: function("__externref_table_alloc"),
        };
        *store.data_mut() = Some(exports);
        let mut world = World { store, instance, exports };
        world.call("__wbindgen_start", &[]);
        world
    }

    /// Calls an exported function. Panics where it throws.
    pub fn call(&mut self, name: &str, arguments: &[Val]) -> Vec<Val> {
        let function = self.instance.get_func(&self.store, name).expect("the function is exported");
        let ty = function.ty(&self.store);
        let mut results: Vec<Val> = ty.results().iter().map(|ty| Val::default_for_ty(*ty)).collect();
        function
            .call(&mut self.store, arguments, &mut results)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        results
    }

    /// A value as an argument.
    pub fn value(&mut self, value: Js) -> Val {
        extern_value(&mut self.store, value)
    }

    /// A text as two arguments, which the function that is called gives back to the memory.
    pub fn text(&mut self, text: &str) -> (Val, Val) {
        write_text(&mut self.store, self.exports, text).expect("there is memory")
    }

    /// The value of an answer that is a place in the table of values, or, as the second of three, an error there.
    pub fn answer(&self, answer: &[Val]) -> Js {
        let place = answer.iter().take(2).filter_map(Val::i32).find(|&place| place != 0).unwrap_or(0);
        let found = self.exports.table.get(&self.store, place as u64).expect("the place is in the table");
        read(&self.store, &Val::from(found))
    }
}

/// What the WebAssembly asks for, by name. An error for what training has no use for.
fn answer(
    mut caller: Call<'_>,
    name: &str,
    arguments: &[Val],
    given: &mut [Val],
    results: &[ValType],
) -> Result<(), Error> {
    let exports = caller.data().expect("they are known before anything is called");
    let value = |at: usize| read(&caller, &arguments[at]);
    let whole = |at: usize| whole_of(&arguments[at]);
    let plain = name.trim_start_matches("__wbg_").trim_start_matches("__wbindgen_");
    let plain = plain.rsplit_once('_').map_or(plain, |(plain, _)| plain);
    let told = match plain {
        "init_externref" => {
            for (place, value) in [
                (0, Js::Undefined),
                (1024, Js::Undefined),
                (1025, Js::Null),
                (1026, Js::Boolean(true)),
                (1027, Js::Boolean(false)),
            ] {
                set(&mut caller, exports, place, value)?;
            }
            return Ok(());
        }
        "static_accessor_GLOBAL_THIS" => {
            exports.allocate.call(&mut caller, &[], given)?;
            set(&mut caller, exports, whole_of(&given[0]) as u64, Js::Object(Vec::new()))?;
            return Ok(());
        }
        "static_accessor_SELF" | "static_accessor_WINDOW" | "static_accessor_GLOBAL" => Js::Number(0.0),
        "is_undefined" => Js::Boolean(value(0) == Js::Undefined),
        "is_object" => Js::Boolean(matches!(value(0), Js::List(_) | Js::Object(_) | Js::Floats(_))),
        "is_string" => Js::Boolean(matches!(value(0), Js::Text(_))),
        "is_bigint" | "instanceof_Performance" => Js::Boolean(false),
        "isArray" => Js::Boolean(matches!(value(0), Js::List(_))),
        "isSafeInteger" => Js::Boolean(matches!(value(0), Js::Number(number) if number.fract() == 0.0)),
        "in" => Js::Boolean(value(1).field(&value(0)) != Js::Undefined),
        "jsval_loose_eq" => {
            let none = |value: &Js| matches!(value, Js::Undefined | Js::Null);
            let (one, other) = (value(0), value(1));
            Js::Boolean(one == other || (none(&one) && none(&other)))
        }
        "boolean_get" => match value(0) {
            Js::Boolean(value) => Js::Boolean(value),
            _ => Js::Number(f64::from(0xFF_FFFF)),
        },
        "Number" => value(0),
        "length" => match value(0) {
            Js::List(list) => Js::Number(list.len() as f64),
            _ => return Err(Error::new(format!("{name} of no list"))),
        },
        "get" | "get_unchecked" | "get_with_ref_key" => match (value(0), &arguments[1]) {
            (Js::List(list), Val::I32(at)) => list.get(*at as usize).cloned().unwrap_or(Js::Undefined),
            (of, _) => of.field(&value(1)),
        },
        "new" if arguments.is_empty() => Js::Object(Vec::new()),
        // A text that is passed, or the message of an error.
        "generic" | "new" | "Error" if arguments.len() == 2 => {
            Js::Text(String::from_utf8_lossy(&bytes(&caller, exports, whole(0), whole(1))?).into_owned())
        }
        "generic" if matches!(arguments, [Val::F64(_)]) => {
            Js::Number(arguments[0].f64().map_or(f64::NAN, f64::from))
        }
        "new_from_slice" => Js::Floats(bytes(&caller, exports, whole(0), 4 * whole(1))?),
        "number_get" => {
            let number = if let Js::Number(number) = value(1) { Some(number) } else { None };
            let at = whole(0);
            write(&mut caller, exports, at + 8, &number.unwrap_or(0.0).to_le_bytes())?;
            return write(&mut caller, exports, at, &i32::from(number.is_some()).to_le_bytes());
        }
        "string_get" => {
            let (at, text) = (whole(0), value(1));
            let (place, length) = match text {
                Js::Text(text) => write_text(&mut caller, exports, &text)?,
                _ => (Val::I32(0), Val::I32(0)),
            };
            write(&mut caller, exports, at, &(whole_of(&place) as u32).to_le_bytes())?;
            return write(&mut caller, exports, at + 4, &(whole_of(&length) as u32).to_le_bytes());
        }
        "throw" => {
            return Err(Error::new(
                String::from_utf8_lossy(&bytes(&caller, exports, whole(0), whole(1))?).into_owned(),
            ));
        }
        _ => return Err(Error::new(format!("training asks for {name}"))),
    };
    given[0] = match (results[0], told) {
        (ValType::ExternRef, told) => extern_value(&mut caller, told),
        (ValType::I32, Js::Boolean(told)) => Val::I32(i32::from(told)),
        (ValType::I32, Js::Number(told)) => Val::I32(told as i32),
        (ValType::F64, Js::Number(told)) => Val::from(told),
        (_, told) => return Err(Error::new(format!("{name}: {told:?} is of another type"))),
    };
    Ok(())
}

/// Reads a value.
fn read(context: impl AsContext, value: &Val) -> Js {
    let Val::ExternRef(Nullable::Val(value)) = value else { return Js::Null };
    value.data(context.as_context()).downcast_ref::<Js>().expect("all values are made here").clone()
}

fn extern_value(context: impl AsContextMut, value: Js) -> Val {
    Val::ExternRef(Nullable::Val(ExternRef::new(context, value)))
}

/// A whole number that is not negative, as a place in the memory is.
fn whole_of(value: &Val) -> usize {
    value.i32().expect("it is a whole number") as u32 as usize
}

/// Writes a value to the table.
fn set(call: &mut Call<'_>, exports: Exports, place: u64, value: Js) -> Result<(), Error> {
    let value = ExternRef::new(&mut *call, value);
    exports.table.set(&mut *call, place, Ref::Extern(Nullable::Val(value))).map_err(failure)
}

/// Some bytes of the memory.
fn bytes(call: &Call<'_>, exports: Exports, at: usize, count: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = vec![0; count];
    exports.memory.read(call, at, &mut bytes).map_err(failure)?;
    Ok(bytes)
}

/// Writes bytes to the memory.
fn write(call: &mut Call<'_>, exports: Exports, at: usize, bytes: &[u8]) -> Result<(), Error> {
    exports.memory.write(&mut *call, at, bytes).map_err(failure)
}

/// Writes a text to memory that is asked for. Returns where it is, and its length.
fn write_text(mut context: impl AsContextMut, exports: Exports, text: &str) -> Result<(Val, Val), Error> {
    let (mut at, length) = ([Val::I32(0)], Val::I32(text.len() as i32));
    exports.malloc.call(&mut context, &[length.clone(), Val::I32(1)], &mut at)?;
    exports.memory.write(&mut context, whole_of(&at[0]), text.as_bytes()).map_err(failure)?;
    let [at] = at;
    Ok((at, length))
}

fn failure(error: impl std::fmt::Display) -> Error {
    Error::new(error.to_string())
}
