//! Frameworks of pages: React, Angular, AngularJS, Vue, Next.js, forms.

use super::{Row, applies, callback, exits, handler, is, passes, sink, sink_option, source, state};
use crate::{
    engine::SourceKind::{Browser, Remote},
    flow::{
        Shape::{Any, Query, Text},
        SinkKind::{Code, Html, Link, Redirect, Resource, Script, Template},
    },
};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // React and its routers.
    is("React", "react"), is("preact.hooks", "react"), is("preact", "react"), state("react.useState"), applies("react.useMemo"), passes("react.useCallback", 0),
    is("react-router-dom", "react-router"), is("type.React.ChangeEvent", "dom.Event"), is("react.ChangeEvent", "dom.Event"),
    source("react-router.useParams()", Browser, Text), source("react-router.useSearchParams().0", Browser, Query),
    source("react-router.useLocation().search", Browser, Text), source("react-router.useLocation().hash", Browser, Text),
    source("*.location.search", Browser, Text), source("*.location.hash", Browser, Text), source("*.match.params", Browser, Text),
    source("next.router.useRouter().query", Browser, Query), source("next.router.useRouter().asPath", Browser, Text),
    callback("next.router.withRouter", 0, 0, "next.Props"), is("next.Props.router", "next.router.useRouter()"), source("next.navigation.useSearchParams()", Browser, Query),
    source("next.navigation.useParams()", Browser, Text), is("next.navigation.useRouter()", "next.router.useRouter()"),
    sink("next.router.push", 0, Redirect), sink("next.router.replace", 0, Redirect), sink("next.router.useRouter().push", 0, Redirect),
    sink("next.router.useRouter().replace", 0, Redirect), sink("next.router.useRouter().push", 0, Link), sink("next.router.useRouter().replace", 0, Link),
    is("next.Context.req", "http.Request"), is("next.Context.res", "http.Response"), source("next.Context.query", Remote, Query),
    source("next.Context.params", Remote, Text), source("next.Page.searchParams", Remote, Query), source("next.Page.params", Remote, Text),
    exits("next.navigation.redirect"), exits("next.navigation.notFound"),
    source("@reach.router.useParams()", Browser, Text), source("gatsby.useLocation().search", Browser, Text),
    // Forms.
    source("form.Values", Browser, Any), handler("formik.Formik.onSubmit", 0, "form.Values"), handler("formik.Formik.validate", 0, "form.Values"),
    handler("formik.useFormik.onSubmit", 0, "form.Values"), handler("formik.useFormik.validate", 0, "form.Values"),
    handler("formik.withFormik.handleSubmit", 0, "form.Values"), handler("formik.withFormik.validate", 0, "form.Values"),
    source("formik.useFormik().values", Browser, Any), source("formik.useFormikContext().values", Browser, Any),
    handler("react-final-form.Form.onSubmit", 0, "form.Values"), source("react-final-form.useFormState().values", Browser, Any),
    callback("react-hook-form.useForm().handleSubmit", 0, 0, "form.Values"), source("react-hook-form.useForm().getValues()", Browser, Any),
    source("react-hook-form.useForm().watch()", Browser, Any),
    // Angular.
    passes("@angular.core.inject", 0), is("@angular.router.ActivatedRoute", "angular.Route"), is("@angular.router.ActivatedRouteSnapshot", "angular.Route.snapshot"),
    is("angular.Route.snapshot", "angular.Route"), source("angular.Route.queryParams", Browser, Query), source("angular.Route.params", Browser, Text),
    source("angular.Route.queryParamMap", Browser, Text), source("angular.Route.paramMap", Browser, Text), source("angular.Route.fragment", Browser, Text),
    callback("*.params.subscribe", 0, 0, "angular.RouteValues"), callback("*.fragment.subscribe", 0, 0, "angular.RouteValues"),
    source("angular.RouteValues", Browser, Query), source("@angular.router.Router.url", Browser, Text),
    source("*.snapshot.queryParams", Browser, Query), source("*.snapshot.params", Browser, Text), source("*.snapshot.paramMap", Browser, Text),
    source("*.snapshot.queryParamMap", Browser, Text), source("*.snapshot.fragment", Browser, Text), callback("*.queryParams.subscribe", 0, 0, "angular.RouteValues"),
    callback("*.queryParamMap.subscribe", 0, 0, "angular.RouteValues"), callback("*.paramMap.subscribe", 0, 0, "angular.RouteValues"),
    sink("*.bypassSecurityTrustHtml", 0, Html), sink("*.bypassSecurityTrustScript", 0, Script), sink("*.bypassSecurityTrustUrl", 0, Resource),
    sink("*.bypassSecurityTrustResourceUrl", 0, Resource), sink("@angular.core.Renderer2.setProperty", 2, Html),
    // AngularJS.
    sink("$sce.trustAsHtml", 0, Html), sink("$sce.trustAsResourceUrl", 0, Resource), sink("$sce.trustAsUrl", 0, Resource), sink("$sce.trustAsJs", 0, Script),
    sink("$sce.trustAs", 1, Html), source("$location.search()", Browser, Query), source("$location.hash()", Browser, Text), source("$location.url()", Browser, Text),
    source("$location.path()", Browser, Text), source("$location.absUrl()", Browser, Text), source("$routeParams", Browser, Text),
    source("$stateParams", Browser, Text), source("$route.current.params", Browser, Text),
    sink("$location.url", 0, Redirect), sink("$window.open", 0, Redirect),
    sink("$compile", 0, Code), sink("$parse", 0, Code), sink("$interpolate", 0, Code), is("$rootScope", "$scope"), is("$scope.$new()", "$scope"),
    source("$scope.*", Browser, Any), sink("$scope.$eval", 0, Code), sink("$scope.$evalAsync", 0, Code), sink("$scope.$apply", 0, Code), sink("$scope.$applyAsync", 0, Code),
    sink("$scope.$watch", 0, Code), sink("$scope.$watchCollection", 0, Code), sink("$scope.$watchGroup", 0, Code), sink("$filter()", 1, Code),
    // Vue.
    is("Vue", "vue"), source("*.$route.query", Browser, Query), source("*.$route.params", Browser, Text), source("*.$route.hash", Browser, Text),
    source("*.$route.fullPath", Browser, Text), source("vue-router.useRoute().query", Browser, Query), source("vue-router.useRoute().params", Browser, Text),
    source("vue-router.useRoute().hash", Browser, Text), sink_option("vue", 0, "template", Html), sink_option("vue.component", 1, "template", Html),
    sink("vue.compile", 0, Html), applies("vue.computed"), sink_option("vue.h", 1, "innerHTML", Html),
    // Others.
    sink("handlebars.SafeString", 0, Html), sink("Handlebars.SafeString", 0, Html), sink("lit.directives.unsafe-html.unsafeHTML", 0, Html),
    sink("lit.directives.unsafe-html.js.unsafeHTML", 0, Html), sink("lit-html.directives.unsafe-html.unsafeHTML", 0, Html),
    sink("createNodesFromMarkup", 0, Html), sink("fbjs.lib.createNodesFromMarkup", 0, Html), sink("ember.String.htmlSafe", 0, Html),
    sink("@ember.template.htmlSafe", 0, Html), sink("react-html-parser", 0, Html), sink("webix.exec", 0, Code), sink_option("webix.ui", 0, "template", Template),
];
