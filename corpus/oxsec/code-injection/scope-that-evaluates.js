angular.module('shop').controller('Sum', function ($scope, $location) {
  $scope.sum = $scope.$eval($location.search().formula);
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
});
