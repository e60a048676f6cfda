//! Templates, documents, serialised objects, patterns, logs, sizes.

use super::{Row, is, neutral, sink, sink_option};
use crate::flow::SinkKind::{Code, Deserialize, Html, Inflate, Log, MailHtml, Module, RegExp, Size, Template, Xml};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Templates that run code.
    sink("ejs.render", 0, Template), sink("ejs.compile", 0, Template), sink("pug.render", 0, Template), sink("pug.compile", 0, Template),
    sink("pug.compileClient", 0, Template), sink("jade.render", 0, Template), sink("jade.compile", 0, Template),
    sink("handlebars.compile", 0, Template), sink("handlebars.precompile", 0, Template), sink("Handlebars.compile", 0, Template),
    sink("nunjucks.renderString", 0, Template), sink("nunjucks.compile", 0, Template), sink("nunjucks.Template", 0, Template),
    sink("lodash.template", 0, Template), sink("_.template", 0, Template), sink("underscore.template", 0, Template),
    sink("dot.template", 0, Template), sink("dot.compile", 0, Template), sink("hogan.js.compile", 0, Template),
    sink("squirrelly.render", 0, Template), sink("squirrelly.compile", 0, Template), sink("eta.render", 0, Template), sink("eta.compile", 0, Template),
    sink("swig.render", 0, Template), sink("swig.compile", 0, Template), sink_option("twig.twig", 0, "data", Template), sink("whiskers.render", 0, Template),
    sink("mustache.render", 0, Template), sink("liquidjs.Liquid().parseAndRender", 0, Template), sink("velocityjs.render", 0, Template),
    sink("art-template.render", 0, Template), sink("art-template.compile", 0, Template), sink("consolidate.ejs.render", 0, Template),
    sink("haml.compile", 0, Template), sink("liquidjs.Liquid().parse", 0, Template),
    is("Mustache", "mustache"), is("Hogan", "hogan.js"), is("Sqrl", "squirrelly"), is("doT", "dot"), is("Eta", "eta"),
    // Templates without code of their own: what they make is HTML.
    sink("mustache.render", 0, Html), sink("hogan.js.compile", 0, Html), sink("whiskers.render", 0, Html),
    sink("handlebars.compile", 0, Html), sink("Handlebars.compile", 0, Html), sink("Template7.compile", 0, Html), sink("template7.compile", 0, Html),
    sink("liquidjs.Liquid().parse", 0, Html), sink("liquidjs.Liquid().parseAndRender", 0, Html),
    // Code by other names.
    is("vm2.VM()", "vm2.Machine"), is("vm2.NodeVM()", "vm2.Machine"), sink("vm2.Machine.run", 0, Code), sink("safe-eval", 0, Code),
    sink("safer-eval", 0, Code), sink("notevil", 0, Code), sink("mathjs.eval", 0, Code), sink("mathjs.evaluate", 0, Code),
    sink("isolated-vm.Isolate().compileScript", 0, Code), sink("execScript", 0, Code), sink("window.execScript", 0, Code),
    sink("require", 0, Module), sink("importScripts", 0, Module), sink("require.resolve", 0, Module),
    // Serialised objects that bring code.
    sink("node-serialize.unserialize", 0, Deserialize), sink("serialize-to-js.deserialize", 0, Deserialize),
    sink("funcster.deepDeserialize", 0, Deserialize), sink("cryo.parse", 0, Deserialize), sink("js-yaml.load", 0, Deserialize),
    sink("js-yaml.loadAll", 0, Deserialize), sink("js-yaml.safeLoad", 0, Deserialize), sink("js-yaml.safeLoadAll", 0, Deserialize),
    sink("serialijse.deserialize", 0, Deserialize),
    // XML with external or expanding entities.
    is("libxmljs2", "libxmljs"), is("libxmljs.SaxPushParser()", "libxmljs.Parser"),
    sink("libxmljs.parseXml", 0, Xml), sink("libxmljs.parseXmlString", 0, Xml), sink("libxmljs.parseXmlAsync", 0, Xml),
    sink("libxmljs.Parser.push", 0, Xml), is("node-expat.Parser()", "expat.Parser"), sink("expat.Parser.write", 0, Xml), sink("expat.Parser.parse", 0, Xml),
    sink("xml2json.toJson", 0, Xml), sink("libxmljs.SaxParser().parseString", 0, Xml),
    sink("ActiveXObject().loadXML", 0, Xml), sink("jquery.parseXML", 0, Xml), sink("DOMParser().parseFromString", 0, Xml),
    // Mails.
    sink_option("nodemailer.createTransport().sendMail", 0, "html", MailHtml), sink_option("@sendgrid.mail.send", 0, "html", MailHtml),
    sink_option("resend.Resend().emails.send", 0, "html", MailHtml), sink_option("mailgun-js().messages().send", 0, "html", MailHtml),
    // Patterns.
    sink("*.match", 0, RegExp), sink("*.matchAll", 0, RegExp), neutral("assert.match"),
    neutral("assert.strict.match"),
    neutral("lodash.escapeRegExp"), neutral("_.escapeRegExp"), neutral("underscore.string.escapeRegExp"), neutral("escape-string-regexp"),
    neutral("regexp.escape"), neutral("RegExp.escape"),
    // Logs.
    sink("console.log", 0, Log), sink("console.info", 0, Log), sink("console.warn", 0, Log), sink("console.error", 0, Log),
    sink("console.debug", 0, Log), sink("console.trace", 0, Log), sink("console.log", 1, Log), sink("console.info", 1, Log), sink("console.warn", 1, Log),
    sink("console.error", 1, Log),
    is("logger.createLogger()", "logger"), is("logger.getLogger()", "logger"),
    is("loglevel", "logger"), is("winston", "logger"),
    // They write each line as JSON, which escapes the line breaks in it; a secret shows there too.
    is("pino()", "logger.Json"), is("bunyan.createLogger()", "logger.Json"),
    sink("logger.info", 0, Log), sink("logger.warn", 0, Log), sink("logger.error", 0, Log), sink("logger.debug", 0, Log), sink("logger.trace", 0, Log),
    sink("logger.log", 0, Log), sink("logger.log", 1, Log), sink("logger.fatal", 0, Log),
    // Sizes that the caller decides.
    sink("Buffer", 0, Size), sink("Buffer.alloc", 0, Size), sink("Buffer.allocUnsafe", 0, Size), sink("SlowBuffer", 0, Size), sink("buffer.SlowBuffer", 0, Size),
    sink("Array", 0, Size), sink("setTimeout", 1, Size), sink("setInterval", 1, Size), sink("*.repeat", 0, Size), sink("*.padStart", 0, Size),
    sink("*.padEnd", 0, Size), sink("crypto.randomBytes", 0, Size),
    // Archives and streams that unpack to any size.
    sink("zlib.gunzip", 0, Inflate), sink("zlib.gunzipSync", 0, Inflate), sink("zlib.unzip", 0, Inflate), sink("zlib.unzipSync", 0, Inflate),
    sink("zlib.inflate", 0, Inflate), sink("zlib.inflateSync", 0, Inflate), sink("zlib.inflateRaw", 0, Inflate), sink("zlib.inflateRawSync", 0, Inflate),
    sink("zlib.brotliDecompress", 0, Inflate), sink("zlib.brotliDecompressSync", 0, Inflate), sink("pako.inflate", 0, Inflate), sink("pako.ungzip", 0, Inflate),
    sink("pako.inflateRaw", 0, Inflate), sink("fflate.unzlibSync", 0, Inflate), sink("fflate.gunzipSync", 0, Inflate), sink("fflate.unzipSync", 0, Inflate),
    sink("fflate.decompressSync", 0, Inflate), sink("fflate.inflateSync", 0, Inflate), sink("fflate.unzip", 0, Inflate), sink("fflate.gunzip", 0, Inflate),
    sink("fflate.unzlib", 0, Inflate), sink("fflate.decompress", 0, Inflate), sink("fflate.inflate", 0, Inflate), sink("jszip.loadAsync", 0, Inflate),
    sink("jszip().loadAsync", 0, Inflate), sink("yauzl.fromBuffer", 0, Inflate), sink("unzipper.Open.buffer", 0, Inflate),
    
];
