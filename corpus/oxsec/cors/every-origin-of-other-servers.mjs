import cors from '@fastify/cors';
import fastify from 'fastify';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';

const server = fastify();
server.register(cors, { origin: true, credentials: true });
//@1 cors

const nest = await NestFactory.create(AppModule);
nest.enableCors({ origin: true, credentials: true });
//@1 cors
