angular.module('shop', []).controller('Page', function (
  $scope, $rootScope, $sce, $location, $routeParams, $stateParams, $route, $http,
) {
  $sce.trustAsHtml($location.hash());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsHtml($location.url());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsHtml($location.path());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsHtml($location.absUrl());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsHtml($routeParams.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsHtml($stateParams.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsHtml($route.current.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsHtml($scope.comment);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsHtml($rootScope.remark);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsHtml($rootScope.$new().reply);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAs('html', $location.search().name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsResourceUrl($location.search().link);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsUrl($location.search().link);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $sce.trustAsJs($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $http.get('/news').then((answer) => $sce.trustAsHtml(answer.data));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $http({ url: '/news' }).then((answer) => $sce.trustAsHtml(answer.data));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
