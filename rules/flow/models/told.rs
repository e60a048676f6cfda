//! The models of data that others wrote and a program reads: names of files, answers of servers.

use super::{ANY, Row, callback, handler, is, passes, told};
use crate::flow::term::Only::{Html, Page};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Names of files, which whoever uploads one decides.
    told("fs.Names", Html), told("fs.readdirSync()", Html), told("fs.readdir()", Html), callback("fs.readdir", ANY, 1, "fs.Names"),
    told("glob.sync()", Html), told("glob()", Html), told("globby.sync()", Html), told("globby()", Html), callback("glob", ANY, 1, "fs.Names"),
    // Answers of servers.
    told("fetch().text()", Page), told("fetch().json()", Page), is("window.fetch()", "fetch()"), is("node-fetch()", "fetch()"), is("cross-fetch()", "fetch()"),
    told("axios.get().data", Page), told("axios.post().data", Page), told("axios.put().data", Page), told("axios().data", Page),
    told("axios.request().data", Page), callback("axios.interceptors.response.use", 0, 0, "axios.Answer"), told("axios.Answer.data", Page),
    told("XMLHttpRequest().responseText", Page), told("XMLHttpRequest().response", Page), told("superagent.get().body", Page), told("got().body", Page),
    callback("jquery.get", ANY, 0, "jquery.Answer"), callback("jquery.post", ANY, 0, "jquery.Answer"), callback("jquery.getJSON", ANY, 0, "jquery.Answer"),
    handler("jquery.ajax.success", 0, "jquery.Answer"), told("jquery.Answer", Page), told("jquery.ajax().responseText", Page),
    callback("jquery.get().done", 0, 0, "jquery.Answer"), callback("jquery.ajax().done", 0, 0, "jquery.Answer"), callback("jquery.post().done", 0, 0, "jquery.Answer"),
    passes("jwt-decode", 0), passes("jwt-decode.jwtDecode", 0),
    callback("socket.io-client().on", 1, 0, "socket.Told"), callback("socket.io-client.io().on", 1, 0, "socket.Told"), callback("io().on", 1, 0, "socket.Told"),
    callback("io.connect().on", 1, 0, "socket.Told"), told("socket.Told", Page),
    told("@apollo.client.useQuery().data", Page), told("swr().data", Page), told("react-query.useQuery().data", Page), told("@tanstack.react-query.useQuery().data", Page),
    told("react-relay.useFragment()", Page), told("react-relay.useLazyLoadQuery()", Page), told("react-relay.usePreloadedQuery()", Page),
    handler("react-relay.useMutation().0.onCompleted", 0, "jquery.Answer"), handler("relay-runtime.fetchQuery().subscribe.next", 0, "jquery.Answer"),
    handler("react-relay.fetchQuery().subscribe.next", 0, "jquery.Answer"), handler("react-relay.commitMutation.onCompleted", 0, "jquery.Answer"),
    told("react-relay.useClientQuery()", Page), told("react-relay.useRefetchableFragment().0", Page), told("react-relay.usePaginationFragment().data", Page),
    told("react-relay.readInlineData()", Page), callback("angular.Http.get().subscribe", 0, 0, "jquery.Answer"),
    is("@angular.common.http.HttpClient", "angular.Http"), callback("$http.get().then", 0, 0, "axios.Answer"), callback("$http().then", 0, 0, "axios.Answer"),
];
