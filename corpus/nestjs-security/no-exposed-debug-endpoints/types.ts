export type Role = 'admin' | 'customer';
//                 ^^^^^^^ violationDetected

export enum Stage {
  Test = 'test',
  //     ^^^^^^ violationDetected
  Live = 'live',
}
