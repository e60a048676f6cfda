// filename: user.entity.spec.ts
class UserEntity {
  password: string;
}
