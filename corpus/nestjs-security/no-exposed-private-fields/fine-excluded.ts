import { Exclude } from 'class-transformer';

@Entity()
export class User {
  name: string;

  @Exclude()
  @Column()
  passwordHash: string;
}
