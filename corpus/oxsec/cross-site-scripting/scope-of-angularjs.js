angular.module('shop', []).controller('Offer', function ($scope, $sce, $location) {
  $scope.markup = $sce.trustAsHtml($location.search().offer);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  $scope.plain = $location.search().offer;
});
