angular.module('shop', []).controller('Page', function (
  $scope, $rootScope, $location, $compile, $parse, $interpolate, $filter,
) {
  $compile($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  $parse($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  $interpolate($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  $scope.$eval($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  $scope.$evalAsync($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  $scope.$apply($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  $scope.$applyAsync($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  $scope.$watch($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  $scope.$watchCollection($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  $scope.$watchGroup($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  $rootScope.$new().$eval($location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  $filter('orderBy')([], $location.search().code);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
});

$('#a').attr('onclick', decodeURIComponent(location.hash.slice(1)));
//@1 codeInjection
$.globalEval(decodeURIComponent(location.hash.slice(1)));
//@1 codeInjection
webix.exec(decodeURIComponent(location.hash.slice(1)));
//@1 codeInjection
