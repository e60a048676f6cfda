// safe: setting
import cors from '@fastify/cors';
import fastify from 'fastify';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';

const server = fastify();
server.register(cors, { origin: 'https://app.example.com', credentials: true });

const nest = await NestFactory.create(AppModule);
nest.enableCors({ origin: ['https://app.example.com'], credentials: true });
