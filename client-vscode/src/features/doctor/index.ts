export { activateDoctor } from './activation';
