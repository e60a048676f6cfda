import { ApolloServer } from '@apollo/server';

const isProd = process.env.NODE_ENV === 'production';

export const one = new ApolloServer({ typeDefs, introspection: process.env.NODE_ENV !== 'production' });
export const two = new ApolloServer({ typeDefs, introspection: !isProd });
