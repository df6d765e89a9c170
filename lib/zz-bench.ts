import * as z from 'zod/mini';
function t(name:string,f:()=>unknown,n=20000){for(let i=0;i<2000;i++)f();const s=performance.now();for(let i=0;i<n;i++)f();console.log(name,((performance.now()-s)/n*1000*50/1000).toFixed(3),'ms per 50');}
const text=z.nullish(z.string());
const rec=z.nullish(z.record(z.string(),z.unknown()));
t('record3',()=>z.parse(rec,{a:1,b:2,c:3}));
const lo=z.nullish(z.looseObject({a:text,b:text,c:text,d:text}));
t('loose4',()=>z.parse(lo,{a:'1',b:'2',c:'3',d:'4'}));
const st=z.nullish(z.object({a:text,b:text,c:text,d:text}));
t('object4',()=>z.parse(st,{a:'1',b:'2',c:'3',d:'4'}));
const arr=z.nullish(z.array(z.string()));
t('arr2',()=>z.parse(arr,['1','2']));
t('text',()=>z.parse(text,'x'));
const wide=z.object(Object.fromEntries(Array.from({length:14},(_,i)=>['k'+i,text])));
const w=Object.fromEntries(Array.from({length:14},(_,i)=>['k'+i,'v']));
t('object14text',()=>z.parse(wide,w));
const wl=z.looseObject(Object.fromEntries(Array.from({length:14},(_,i)=>['k'+i,text])));
t('loose14text',()=>z.parse(wl,w));
const any=z.nullish(z.custom<Record<string,unknown>>((v)=>typeof v==='object'&&v!==null&&!Array.isArray(v)));
t('custom',()=>z.parse(any,{a:1,b:2,c:3}));
