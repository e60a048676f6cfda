//! Libraries that merge objects: a caller's options with the program's defaults.

use super::{Row, fields_written, iterates, same_op};

/// A number that no parameter has: the function gets elements without keys.
const NO_KEY: usize = 99;

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Later arguments count.
    same_op("lodash.assign", "Object.assign"), same_op("lodash.assignIn", "Object.assign"), same_op("lodash.extend", "Object.assign"),
    same_op("lodash.merge", "Object.assign"), same_op("_.assign", "Object.assign"), same_op("_.assignIn", "Object.assign"),
    same_op("_.extend", "Object.assign"), same_op("_.merge", "Object.assign"), same_op("underscore.extend", "Object.assign"),
    same_op("underscore.extendOwn", "Object.assign"), same_op("underscore.assign", "Object.assign"), same_op("util._extend", "Object.assign"),
    same_op("xtend", "Object.assign"), same_op("xtend.mutable", "Object.assign"), same_op("extend", "Object.assign"),
    same_op("deepmerge", "Object.assign"), same_op("deep-extend", "Object.assign"), same_op("merge-options", "Object.assign"),
    same_op("object-assign", "Object.assign"), same_op("extend-shallow", "Object.assign"), same_op("just-extend", "Object.assign"),
    same_op("merge", "Object.assign"), same_op("merge.recursive", "Object.assign"), same_op("merge-deep", "Object.assign"),
    same_op("mixin-deep", "Object.assign"), same_op("assign-deep", "Object.assign"), same_op("node.extend", "Object.assign"),
    same_op("hoek.applyToDefaults", "Object.assign"), same_op("@hapi.hoek.applyToDefaults", "Object.assign"),
    // The first argument gets the fields of those after it.
    fields_written("lodash.assign", 1), fields_written("lodash.extend", 1), fields_written("lodash.merge", 1),
    fields_written("_.assign", 1), fields_written("_.extend", 1), fields_written("_.merge", 1),
    fields_written("underscore.extend", 1),
    // Earlier arguments count.
    same_op("lodash.get", "Reflect.path"), same_op("_.get", "Reflect.path"), same_op("lodash.pick", "Object.pick"), same_op("_.pick", "Object.pick"),
    same_op("lodash.defaults", "Object.defaults"), same_op("lodash.defaultsDeep", "Object.defaults"), same_op("_.defaults", "Object.defaults"),
    same_op("_.defaultsDeep", "Object.defaults"), same_op("underscore.defaults", "Object.defaults"), same_op("defaults", "Object.defaults"),
    same_op("object.defaults", "Object.defaults"), same_op("defaults-deep", "Object.defaults"),
    // Functions that are given one element after the other.
    iterates("async.each", 0, NO_KEY), iterates("async.eachSeries", 0, NO_KEY), iterates("async.forEach", 0, NO_KEY),
    iterates("async.forEachSeries", 0, NO_KEY), iterates("async.map", 0, NO_KEY), iterates("async.mapSeries", 0, NO_KEY),
    iterates("async.filter", 0, NO_KEY), iterates("async.concat", 0, NO_KEY), iterates("async.forEachOf", 0, 1),
    iterates("async.eachOf", 0, 1), iterates("async.eachOfSeries", 0, 1), iterates("async.forEachOfSeries", 0, 1),
    iterates("p-map", 0, 1), iterates("p-each-series", 0, 1), iterates("bluebird.map", 0, NO_KEY), iterates("bluebird.each", 0, NO_KEY),
    iterates("bluebird.mapSeries", 0, NO_KEY),
];
