import axios from 'axios';
import express from 'express';
import lodash from 'lodash';
import react from 'react';
import webpack from 'webpack';

export { axios, express, lodash, react, webpack };
