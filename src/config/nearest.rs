//! The choice of configuration: one for all files, or the one nearest to each, as ESLint 10 looks it up.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use miette::Result;

use super::Config;

/// The function that makes the configuration of a file, or the one that applies where there is no file.
type Read = dyn Fn(Option<&Path>) -> Result<Config> + Send + Sync;

/// The configurations of a call.
pub enum Configs {
    One(Arc<Config>),
    Nearest(Nearest),
}

/// The configurations that are looked up from each file's folder up.
pub struct Nearest {
    read: Box<Read>,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    /// The file that applies to the contents of each folder.
    files: HashMap<PathBuf, Option<PathBuf>>,
    configs: HashMap<Option<PathBuf>, Arc<Config>>,
}

impl Configs {
    /// Makes a look-up of each file's configuration. `read` reads a file, or returns the configuration without one.
    pub fn nearest(read: impl Fn(Option<&Path>) -> Result<Config> + Send + Sync + 'static) -> Self {
        Self::Nearest(Nearest { read: Box::new(read), known: Mutex::default() })
    }

    /// Returns the configuration of a folder's contents, given by its absolute path.
    ///
    /// # Errors
    ///
    /// The error in it.
    pub fn of_folder(&self, folder: &Path) -> Result<Arc<Config>> {
        match self {
            Self::One(config) => Ok(Arc::clone(config)),
            Self::Nearest(nearest) => nearest.of_folder(folder),
        }
    }

    /// Returns the configuration of a file, given by its absolute path.
    ///
    /// # Errors
    ///
    /// The error in it.
    pub fn of_file(&self, file: &Path) -> Result<Arc<Config>> {
        self.of_folder(file.parent().unwrap_or(file))
    }

    /// Returns the namespaces of plugins in the configurations that are already read.
    pub fn namespaces(&self) -> HashMap<String, &'static str> {
        match self {
            Self::One(config) => config.namespaces().collect(),
            Self::Nearest(nearest) => {
                let known = nearest.known.lock().unwrap_or_else(PoisonError::into_inner);
                known.configs.values().flat_map(|config| config.namespaces().collect::<Vec<_>>()).collect()
            }
        }
    }

    /// Returns statements about the skipped parts of the configurations; to be called after all files have been looked
    /// up.
    pub fn passed_over(&self) -> Vec<String> {
        match self {
            Self::One(config) => config.passed_over(),
            Self::Nearest(nearest) => {
                let known = nearest.known.lock().unwrap_or_else(PoisonError::into_inner);
                let mut said: Vec<String> = known.configs.values().flat_map(|config| config.passed_over()).collect();
                said.sort();
                said.dedup();
                said
            }
        }
    }
}

impl Nearest {
    fn of_folder(&self, folder: &Path) -> Result<Arc<Config>> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let file = match known.files.get(folder) {
            Some(file) => file.clone(),
            None => {
                let file = Config::look_up(folder);
                known.files.insert(folder.to_path_buf(), file.clone());
                file
            }
        };
        if let Some(config) = known.configs.get(&file) {
            return Ok(Arc::clone(config));
        }
        let config = Arc::new((self.read)(file.as_deref())?);
        known.configs.insert(file, Arc::clone(&config));
        Ok(config)
    }
}
