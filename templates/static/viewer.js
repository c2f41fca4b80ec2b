/*
three.js 0.187.0 (threejs.org)
The MIT License

Copyright © 2010-2026 three.js authors

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.
*/
"use strict";(()=>{function F(i,e={},...t){let n=Object.assign(document.createElement(i),e);return n.append(...t),n}function Ae(i,e={},...t){let n=document.createElementNS("http://www.w3.org/2000/svg",i);for(let[r,s]of Object.entries(e))n.setAttribute(r,String(s));return n.append(...t),n}function xe(i,e){for(let[t,n]of Object.entries(e))n===null?i.removeAttribute(t):i.setAttribute(t,n);return i}function ri(i,e,t,n){let r=F("select",{},...e.map(([s,o])=>F("option",{value:s},o)));return r.value=t,r.addEventListener("change",()=>n(r.value)),F("label",{className:"viewer-control"},F("span",{},i),r)}function rt(i,e,t){let n=F("button",{type:"button",textContent:i});return t&&xe(n,{"aria-label":t,title:t}),n.addEventListener("click",e),n}function ut(i){return F("p",{className:"viewer-message"},i)}function nt(i,e,t,n){return i.addEventListener(e,t,n),()=>i.removeEventListener(e,t,n)}var Gn={attention:{dtype:"u1",rule:"square",most:255},attention_keys:{dtype:"u2",rule:"linear",most:1},attention_rest:{dtype:"u1",rule:"square",most:255},value_norms:{dtype:"u2",rule:"linear",most:65535},relevance:{dtype:"i1",rule:"signed_square",most:127},relevance_keys:{dtype:"u2",rule:"linear",most:1},relevance_rest:{dtype:"i2",rule:"linear",most:32767},norms:{dtype:"u2",rule:"linear",most:65535},cuts:{dtype:"i2",rule:"linear",most:32767},attention_at:{dtype:"i2",rule:"linear",most:32767},mlp_at:{dtype:"i2",rule:"linear",most:32767},head_totals:{dtype:"f4",rule:"linear",most:1},mlp_totals:{dtype:"f4",rule:"linear",most:1},queries:{dtype:"i1",rule:"linear",most:25},queries_scale:{dtype:"u2",rule:"linear",most:65535},keys:{dtype:"i1",rule:"linear",most:25},keys_scale:{dtype:"u2",rule:"linear",most:65535},neurons:{dtype:"u2",rule:"linear",most:1},neuron_activations:{dtype:"i2",rule:"linear",most:32767},neuron_relevance:{dtype:"i2",rule:"linear",most:32767},points:{dtype:"f4",rule:"linear",most:1},neighbours:{dtype:"u2",rule:"linear",most:1},shares:{dtype:"f4",rule:"linear",most:1}},tc=1,Ki="confirmed_chain",mu={confirmed_chain:"Confirmed route: tested together, the numbered links keep enough of the decision alone, enough goes without them, and they keep more than the same shape at other words.",no_short_chain:"Not confirmed: the numbered links were tested one by one, but together they are not shown to account for the decision."},gu="Not confirmed: no link contributes enough of the margin to be tested.",yu="Dashed lines oppose {target}, solid ones support it.",Js="The number of a link is filled where its effect was as predicted, and hollow where not.",Ks={confirmed:"effect as predicted",weaker:"weaker than predicted",stronger:"stronger than predicted",other_effect:"unlike what it contributes",not_shown_causal:"hardly any effect",contradicted:"opposite to predicted"};var Zm={u1:Uint8Array,i1:Int8Array,u2:Uint16Array,i2:Int16Array,f4:Float32Array},Qi=4,xu=8;async function Qs(i){return Jm(await Qm(Km(i)))}function Jm(i){let e=jm(i),t=Qi+_u(i),n=new Map;for(let r of e.arrays){if(n.has(r.name))throw new Error(`The block has two arrays named ${r.name}.`);n.set(r.name,eg(i,t,r))}return{scene:e,arrays:n}}function Km(i){let e=atob(i.trim()),t=new Uint8Array(e.length);for(let n=0;n<e.length;n+=1)t[n]=e.charCodeAt(n);return t}async function Qm(i){let e=new Blob([i]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(await new Response(e).arrayBuffer())}function _u(i){if(i.byteLength<Qi)throw new Error("The block is too short to hold a header.");let e=new DataView(i.buffer,i.byteOffset).getUint32(0,!0);if(Qi+e>i.byteLength)throw new Error(`The header is said to have ${e} bytes; the block has ${i.byteLength}.`);if((Qi+e)%xu)throw new Error("The header does not end at a multiple of 8 bytes.");return e}function jm(i){let e=Qi+_u(i),t=JSON.parse(new TextDecoder().decode(i.subarray(Qi,e)));if(t.version!==tc)throw new Error(`The block has version ${t.version}; this viewer reads ${tc}.`);return t}function eg(i,e,t){let n=Zm[t.dtype];if(!n)throw new Error(`${t.name} has the unknown type ${t.dtype}.`);if(!t.shape.every(o=>Number.isInteger(o)&&o>=0))throw new Error(`${t.name} has no proper shape.`);let r=t.shape.reduce((o,a)=>o*a,1),s=i.byteOffset+e+t.offset;if(t.offset%xu)throw new Error(`${t.name} does not begin at a multiple of 8 bytes.`);if(e+t.offset+r*n.BYTES_PER_ELEMENT>i.byteLength)throw new Error(`${t.name} ends beyond the block.`);return{entry:t,data:new n(i.buffer,s,r)}}function js({entry:i}){let{dtype:e,rule:t,most:n}=Gn[i.name];return e==="f4"||n===1?()=>0:t==="linear"?()=>.5/n*i.scale:r=>(Math.abs(r)+.25)/n**2*i.scale}var tg={square:i=>e=>e/i*(e/i),signed_square:(i,e)=>t=>Math.sign(t)*(t/i*(t/i))*e,linear:(i,e)=>t=>t/i*e};function ji({entry:i}){let e=ng(i.name)?Gn[i.name]:void 0;if(!e)throw new Error(`The example has an array ${i.name}, which this viewer does not know.`);if(e.dtype!==i.dtype)throw new Error(`${i.name} is stored as ${i.dtype}; ${e.dtype} was expected.`);return tg[e.rule](e.most,i.scale)}function ng(i){return Object.hasOwn(Gn,i)}function er(i,e){let t=i.arrays.get(e);if(!t)return null;let n=ji(t),{data:r,entry:s}=t,o=(...h)=>n(r[ig(s.shape,h)]??Number.NaN),a=js(t),[l,c]=[0,0];for(let h of r)l=Math.max(l,Math.abs(n(h))),c=Math.max(c,a(h));return{shape:s.shape,at:o,largest:l,error:c}}function ig(i,e){return i.reduce((t,n,r)=>t*n+(e[r]??0),0)}function tr(i,e,t,n,r){let s=i.arrays.get(e),o=i.arrays.get(`${e}_scale`);if(!s||!o)return null;let[,a=1,l=1,c=1]=s.entry.shape,h=(t*a+n)*l+r,u=ji(o)(o.data[h]??0);return Array.from(s.data.subarray(h*c,(h+1)*c),d=>d/Gn[e].most*u)}var ic=["relevance","attention","weighted"];function Su(i){return new nc(i)}var nc=class{quantities;#t;#e=new Map;#i;#n;#r=new Map;#s=new Map;constructor(e){this.#t=e.scene;for(let t of["relevance","attention"]){let n=rg(e,t);n&&this.#e.set(t,n)}this.#i=er(e,"value_norms"),this.#n=er(e,"head_totals"),this.quantities=ic.filter(t=>this.#c(t))}value(e,t,n,r,s){return this.#h(e,t,n,r,s)?.[0]??null}error(e,t,n,r,s){return this.#h(e,t,n,r,s)?.[1]??0}eachOf(e,t,n,r,s){let o=this.#f(e),a=this.#o(t,n,r)*o.slots;for(let l=0;l<o.slots;l+=1){let c=o.keys?o.keys[a+l]:l,[h,u]=this.#d(e,o,a+l,t,n,c);s(c,h,this.#t.causal&&c>r?0:u)}}rest(e,t,n,r){let s=this.#f(e);return s.keys?e==="weighted"?null:s.rest?.at(t,n,r)??null:0}largest(e){let t=this.#r.get(e);if(t!==void 0)return t;let n=new Set(this.#t.sinks),r=0;return this.#a((s,o,a)=>this.eachOf(e,s,o,a,(l,c)=>{l!==a&&!n.has(l)&&(r=Math.max(r,Math.abs(c)))})),this.#r.set(e,r),r}headTotal(e,t,n){if(this.isWhole(e))return this.#n.at(t,n);let r=this.#s.get(e);return r||this.#s.set(e,r=this.#l(e)),r[t*this.#t.heads+n]??0}headTotalError(e,t,n){if(this.isWhole(e))return this.#n.error;let{tokens:r,sinks:s}=this.#t,o=0;return r.forEach((a,l)=>this.eachOf(e,t,n,l,(c,h,u)=>{c!==l&&!s.includes(c)&&(o+=u)})),o}isWhole(e){return e==="relevance"&&this.#n!==null}#l(e){let{layers:t,heads:n,sinks:r}=this.#t,s=new Float64Array(t*n);return this.#a((o,a,l)=>this.eachOf(e,o,a,l,(c,h)=>{c!==l&&!r.includes(c)&&(s[o*n+a]+=h)})),s}#a(e){let{layers:t,heads:n,tokens:r}=this.#t;for(let s=0;s<t;s+=1)for(let o=0;o<n;o+=1)for(let a=0;a<r.length;a+=1)e(s,o,a)}#c(e){return this.#e.has(vu(e))&&(e!=="weighted"||this.#i!==null)}#f(e){let t=this.#e.get(vu(e));if(!t||!this.#c(e))throw new Error(`This example has no ${e}.`);return t}#o(e,t,n){return(e*this.#t.heads+t)*this.#t.tokens.length+n}#h(e,t,n,r,s){let o=this.#f(e),a=sg(o,this.#o(t,n,r),s);if(a<0)return null;let[l,c]=this.#d(e,o,a,t,n,s);return[l,this.#t.causal&&s>r?0:c]}#d(e,t,n,r,s,o){let a=t.data[n]-t.lowest,[l,c]=[t.numbers[a],t.errors[a]];if(e!=="weighted")return[l,c];let h=this.#i,u=h.at(r,s,o);return[l*u,c*(u+h.error)+l*h.error]}},vu=i=>i==="weighted"?"attention":i;function rg(i,e){let t=i.arrays.get(e);if(!t)return null;let{layers:n,heads:r,tokens:s,keys_kept:o}=i.scene,a=o??s.length;bu(t,[n,r,s.length,a]);let l=o===null?null:i.arrays.get(`${e}_keys`);if(l===void 0)throw new Error(`${e} keeps ${a} keys of each row, but does not say which.`);l&&bu(l,t.entry.shape);let c=t.entry.dtype==="i1"?-128:0,h=ji(t),u=js(t),d=Float64Array.from({length:256},(g,v)=>h(v+c)),f=Float64Array.from({length:256},(g,v)=>u(v+c));return{slots:a,data:t.data,keys:l?.data??null,numbers:d,errors:f,lowest:c,rest:er(i,`${e}_rest`)}}function bu({entry:i},e){if(i.shape.join()!==e.join())throw new Error(`${i.name} has the shape ${i.shape}; ${e} was expected.`)}function sg(i,e,t){let n=e*i.slots;if(!i.keys)return n+t;let r=-1;for(let s=n;s<n+i.slots;s+=1)if(i.keys[s]===t){if(i.data[s]!==0)return s;r=s}return r}async function Mu(i){return og(await Qs(i))}function og(i){for(let n of i.arrays.values())ji(n);let e=new Map,t=n=>(e.has(n)||e.set(n,er(i,n)),e.get(n)??null);return{scene:i.scene,block:i,flows:Su(i),table:t}}function Eu(){return matchMedia("(prefers-reduced-motion: reduce)").matches}function eo(i){let e=matchMedia("(prefers-color-scheme: dark)"),t=new MutationObserver(i);return t.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),e.addEventListener("change",i),()=>{t.disconnect(),e.removeEventListener("change",i)}}var Tu="script.scene[data-example]",Ii=new Map,ag=3,wu=36;function Au(){return Array.from(document.querySelectorAll(Tu),i=>({id:i.dataset.example??"",start:lg(i.closest("[data-card]")?.querySelector("[data-text]")?.textContent??"")}))}function lg(i){let e=[...i.replace(/\s+/g," ").trim()];return e.length>wu?`${e.slice(0,wu-1).join("").trimEnd()}\u2026`:e.join("")}function Cu(){return document.querySelector("nav.turn")!==null}function to(i){let t=Ii.get(i)??cg(i);Ii.delete(i),Ii.set(i,t),t.catch(()=>Ii.delete(i));for(let n of Ii.keys()){if(Ii.size<=ag)break;Ii.delete(n)}return t}async function cg(i){if(!("DecompressionStream"in globalThis))throw new Error("This browser cannot unpack the example (no DecompressionStream).");document.dispatchEvent(new CustomEvent("auditkit:fill",{detail:{example:i}}));let e=[...document.querySelectorAll(Tu)].find(t=>t.dataset.example===i);if(!e)throw new Error(`Example ${i} is not in this page.`);return Mu(e.textContent??"")}async function Ru(i){return hg(await Qs(i))}function hg(i){let e=i.scene,t=e.ids.length,n=rc(i,"points",[e.cuts.length,t,3]),r=rc(i,"shares",[e.cuts.length,3]),s=i.arrays.get("neighbours"),o=s?.entry.shape[2]??0;return s&&rc(i,"neighbours",[e.cuts.length,t,o]),{about:e,points:a=>Float32Array.from(n.subarray(a*t*3,(a+1)*t*3)),neighbours:(a,l)=>{let c=(a*t+l)*o;return s?Array.from(s.data.subarray(c,c+o)):[]},share:(a,l)=>{let c=r[a*3+l]??Number.NaN;return Number.isNaN(c)?null:c}}}function rc({arrays:i},e,t){let n=i.get(e);if(!n)throw new Error(`The projection has no ${e}.`);if(n.entry.shape.join()!==t.join())throw new Error(`${e} of the projection has the shape ${n.entry.shape}; ${t} was expected.`);return n.data}var Zr=["layer","token"],ug={state:0,arc:0,cache:.3,head:.5,attention:.58,mlp:.8},Pu={layer:.6,token:1},dg=.8,fg=30,pg=.25,Iu=1e-9,no=class{course;layers;stride;end;constructor(e){this.course=e,this.layers=e.to-e.from+1,this.stride=e.order==="token"?this.layers+Pu.token:0,this.end=e.order==="token"?e.tokens*this.stride:this.layers+Pu.layer}of(e,t,n){return t-this.course.from+ug[e]+n*this.stride}ofAll(e,t){return this.of(e,t,this.course.tokens-1)}get pace(){return Math.max(dg,this.end/fg)}get linger(){return Math.max(1,pg*this.stride)}place(e){let{from:t,to:n,tokens:r}=this.course,s=this.stride?Math.min(r-1,Math.floor(e/this.stride)):0,o=e-s*this.stride,a=o>=this.layers;return{layer:a?n:t+Math.floor(o),isAbove:a,token:this.stride?s:null}}cached(e){let{layer:t,token:n}=this.place(e);return n===null?this.course.tokens:n+ +(e>=this.of("cache",t,n))}next(e){return e===null||e>=this.end?this.stride?this.layers:0:this.stride?(Math.floor((e-this.layers+Iu)/this.stride)+1)%this.course.tokens*this.stride+this.layers:Math.min(this.end,Math.floor(e+Iu)+1)}isLike({course:{order:e,from:t,to:n,tokens:r}}){let{course:s}=this;return e===s.order&&t===s.from&&n===s.to&&r===s.tokens}};var Nu={view:null,quantity:null,layer:null,head:null,query:null,key:null,from:null,to:null,least:null,order:null,other:null,otherLayer:null,otherHead:null},Rn={layer:null,head:null,query:null,key:null},io=class{example;#t;#e=new Set;constructor(e,t={}){this.example=e,this.#t={...Nu,...t}}get now(){return this.#t}set(e){let t=this.#t,n={...t,...e};if(!mg(t,n)){this.#t=n;for(let r of[...this.#e])r(n,t)}}subscribe(e){return this.#e.add(e),()=>this.#e.delete(e)}};function mg(i,e){return Object.keys(Nu).every(t=>i[t]===e[t])}var Li={layer:"l",head:"h",query:"q",key:"k",otherLayer:"xl",otherHead:"xh"},sc="ex-";function Ou(i,e){let t=[];e.view!==null&&t.push(`v=${encodeURIComponent(e.view)}`),e.quantity!==null&&t.push(`n=${e.quantity}`);for(let[n,r]of Object.entries(Li)){let s=e[n];s!==null&&t.push(`${r}=${s}`)}return e.from!==null&&e.to!==null&&t.push(`f=${e.from}-${e.to}`),e.least!==null&&t.push(`t=${e.least}`),e.order!==null&&t.push(`o=${e.order}`),e.other!==null&&t.push(`x=${Lu(e.other)}`),`#${sc}${Lu(i)}${t.length?`~${t.join("&")}`:""}`}function Lu(i){return encodeURIComponent(i).replaceAll("~","%7E")}function Du(i){let[e="",t=""]=i.replace(/^#/,"").split("~",2),n=e.startsWith(sc)?gg(e.slice(sc.length)):null;if(n===null)return null;let r=new URLSearchParams(t),s=r.get("n"),o=r.get("o"),a=/^(\d+)-(\d+)$/.exec(r.get("f")??""),l={view:r.get("v"),quantity:ic.find(c=>c===s)??null,layer:nr(r,Li.layer),head:nr(r,Li.head),query:nr(r,Li.query),key:nr(r,Li.key),from:a?Number(a[1]):null,to:a?Number(a[2]):null,least:yg(r,"t"),order:Zr.find(c=>c===o)??null,other:r.get("x"),otherLayer:nr(r,Li.otherLayer),otherHead:nr(r,Li.otherHead)};return{example:n,selection:l}}function gg(i){try{return decodeURIComponent(i)}catch{return null}}function Uu(i,{layers:e,heads:t,tokens:n}){let r=(o,a)=>o!==null&&o<a?o:null,s=i.from!==null&&i.to!==null&&i.from<=i.to&&i.to<e;return{...i,layer:r(i.layer,e),head:r(i.head,t),query:r(i.query,n),key:r(i.key,n),from:s?i.from:null,to:s?i.to:null}}function nr(i,e){let t=i.get(e);return t!==null&&/^\d{1,6}$/.test(t)?Number(t):null}function yg(i,e){let t=i.get(e),n=t===null||t===""?Number.NaN:Number(t);return n>=0&&n<=1?n:null}function Fu(i,e){let t={layers:e.layers,heads:e.heads,tokens:e.tokens.length},n=!1,r=()=>{let a=Du(location.hash);a?.example===i.example&&(n=!0,i.set(Uu(a.selection,t)),n=!1)},s=()=>{n||history.replaceState(history.state,"",Ou(i.example,i.now))};r();let o=i.subscribe(s);return addEventListener("hashchange",r),()=>{o(),removeEventListener("hashchange",r)}}var Bu=new WeakMap;function ro(i){let e=Bu.get(i);if(e!==void 0)return e;let t=xg(i.table("value_norms"));return Bu.set(i,t),t}function xg(i){if(!i)return null;let[e=0,t=0,n=0]=i.shape,r=Float64Array.from({length:e*n},(o,a)=>{let l=0;for(let c=0;c<t;c+=1)l+=i.at(Math.floor(a/n),c,a%n);return l/t});return{shape:[e,n],at:(o=0,a=0)=>r[o*n+a]??Number.NaN,largest:r.reduce((o,a)=>Math.max(o,a),0),error:i.error}}function kt(i){if(i===0)return"0";let e=Math.abs(i),t=e>=1e3||e<5e-4?e.toExponential(2):e.toPrecision(3);return oc(i,!1)+t}function pn(i,e,t=!1){if(e<=_g(i))return(t&&i>0?"+":"")+kt(i);let[n,r]=vg(e),s=Math.round(Math.abs(i)/10**r);return`${s?oc(i,t):""}${ku(s,r)} \xB1 ${ku(n,r)}`}function Ot(i){if(i===0)return"0";let e=Math.abs(i),t=e>=1e3||e<5e-4?e.toExponential(1):e>=100?e.toFixed(0):e.toPrecision(2);return oc(i,!1)+t}function _g(i){return i===0?0:.5*10**(Math.floor(Math.log10(Math.abs(i)))-3+1)}function vg(i){let e=Math.floor(Math.log10(i)),t=Math.ceil(i/10**e-1e-9);return t<10?[t,e]:[1,e+1]}function ku(i,e){return i===0?"0":-e>6?`${i}e${e}`:e>=0?String(i*10**e):(i/10**-e).toFixed(-e)}function oc(i,e){return i<0?"\u2212":e&&i>0?"+":""}function so(i){return i==="relevance"}function Jr({scene:i,flows:e},t,n,r){let s=i.tokens.length,o=new Float64Array(s*s).fill(Number.NaN),a=r===null?Array.from({length:i.heads},(c,h)=>h):[r],l=so(t)?1:1/a.length;for(let c of a)for(let h=0;h<s;h+=1)e.eachOf(t,n,c,h,(u,d)=>{if(d===0&&i.keys_kept!==null)return;let f=h*s+u,g=o[f];o[f]=(Number.isNaN(g)?0:g)+d*l});return i.causal&&bg(o,s),{size:s,values:o}}function bg(i,e){for(let t=0;t<e;t+=1)i.fill(0,t*e+t+1,(t+1)*e)}function si({scene:i,flows:e},t,n,r,s,o){let a=r===null?Array.from({length:i.heads},(u,d)=>d):[r],l=a.flatMap(u=>{let d=e.value(t,n,u,s,o);return d===null?[]:[{value:d,error:e.error(t,n,u,s,o)}]});if(!l.length)return null;let c=so(t)?1:1/a.length,h=u=>c*l.reduce((d,f)=>d+f[u],0);return{value:h("value"),error:h("error"),heads:l.length}}function Pn({values:i}){let e=0;for(let t of i)Math.abs(t)>e&&(e=Math.abs(t));return e}function zu(i,e){if(i.size!==e.size)throw new Error(`Squares of ${i.size} and ${e.size} tokens have no difference.`);return{size:i.size,values:i.values.map((t,n)=>t-e.values[n])}}function Hu({scene:i,flows:e},t,n,r,s){let o=i.tokens.length,a=Math.max(1,Math.min(o,Math.floor(s))),l=new Float64Array(a*a).fill(Number.NaN),c=Uint16Array.from({length:o},(h,u)=>Math.floor(u*a/o));for(let h=0;h<o;h+=1){let u=c[h]*a;if(i.causal)for(let d=c[h]+1;d<a;d+=1)l[u+d]=0;e.eachOf(t,n,r,h,(d,f)=>{if(f===0&&i.keys_kept!==null)return;let g=u+c[d];(Number.isNaN(l[g])||Math.abs(f)>Math.abs(l[g]))&&(l[g]=f)})}return{size:a,values:l}}function oo({size:i,values:e},{row:t,column:n,count:r},s){let o=Math.max(1,Math.min(r,Math.floor(s))),a=new Float64Array(o*o).fill(Number.NaN),l=Uint16Array.from({length:r},(c,h)=>Math.floor(h*o/r));for(let c=0;c<r;c+=1)for(let h=0;h<r;h+=1){let u=e[(t+c)*i+n+h],d=l[c]*o+l[h];(Number.isNaN(a[d])||Math.abs(u)>Math.abs(a[d]))&&(a[d]=u)}return{size:o,values:a}}var Et={relevance:"contribution, against the blank text",attention:"attention weight",weighted:"value-weighted attention"},Gu={relevance:"What a head contributes to this decision from token to token, against the blank text; a positive number supports, a negative one opposes.",attention:"Where a head looks; no sign, and not a score of importance.",weighted:"Attention times the length of what is read there; no sign."};function Tt(i,e,t=0){return pn(e,t,i==="relevance")}function At(i,e){return`\u201C${i.tokens[e]??"?"}\u201D (token ${e})`}function dt(i,e){let{quantities:t}=i.flows;return t.find(n=>n===e.quantity)??t[0]??"attention"}function Vu({scene:i},e){return i.causal&&e.order==="token"?"token":"layer"}var Ni="\xB1: numbers in this page are stored rounded; they are off by so much at most.";function Wu(i,e){let t=Sg(i,e);return t.some(n=>n.includes("\xB1"))?[...t,Ni]:t}function Sg(i,e){let{layer:t,head:n,query:r,key:s}=e;return t!==null&&r!==null&&s!==null?Eg(i,t,n,r,s):t!==null&&n!==null?[...Cg(i,t,n),...Rg(i,r)]:r!==null?Pg(i,r,t):t!==null?Ng(i,t):wg(i.scene)}function lo(i,e){return e===null?`layer ${i}, all heads together`:`layer ${i}, head ${e}`}function ac({heads:i},e,t,n=i){if(t!==null)return Et[e];let r=n===i?"":`; ${i-n} of ${i} heads do not store it`;return`${Et[e]} (${so(e)?"sum":"mean"} of heads${r})`}function Mg({scene:i,flows:e},t){if(e.isWhole(t))return"over all tokens";let n=i.causal?" and the first token":"";return`over all tokens, without what they read from themselves${i.sinks.length?` and from special tokens${n}`:""}${i.keys_kept===null?"":", as far as it is stored"}`}function rr(i,e,t,n){let{flows:r}=i,s=Tt(e,r.headTotal(e,t,n),r.headTotalError(e,t,n));return`${Et[e]} ${s} ${Mg(i,e)}`}function wg(i){let e=i.foil===null?"":` against ${i.foil}`,t=`${i.layers} layers, ${i.heads} heads each, ${i.tokens.length} tokens.`;if(i.margin===null)return[t];let n=i.base===null?"":`; without the text it is ${kt(i.base)}`;return[`The margin of ${i.target}${e} is ${kt(i.margin)}${n}.`,t]}function Eg(i,e,t,n,r){let{scene:s,flows:o}=i,a=[`${ao(lo(e,t))}: from ${At(s,r)} to ${At(s,n)}.`,...o.quantities.map(c=>Tg(i,c,e,t,n,r))],l=s.route.find(c=>c.layer===e&&c.query===n&&c.key===r);return l&&a.push(Ag(s,l)),s.sinks.includes(r)&&a.push("The token it reads is one of those whose messages are listed apart, so it is not among the drawn flows."),a}function Tg(i,e,t,n,r,s){let o=si(i,e,t,n,r,s),a=ao(ac(i.scene,e,n,o?.heads));return o?`${a}: ${Tt(e,o.value,o.error)}${$u(i.scene,e,o.value,o.error)}.`:`${a}: not stored (only the largest keys of each row are).`}function Ag(i,e){let t=e.low===null||e.high===null?"":` (with reference texts ${ir(e.high)} to ${ir(e.low)})`,n=`${At(i,e.key)} to ${At(i,e.query)}, layer ${e.layer}`;return`Link ${e.rank+1} of the tested route, ${n}: with the average message in its place the margin changed by ${ir(e.observed)}${t}, predicted ${ir(e.foretold)}: ${Ks[e.verdict]??e.verdict}. It contributes ${Tt("relevance",e.relevance)}, against the average message.`}function ir(i){return Tt("relevance",i===0?0:-i)}function Cg(i,e,t){let{scene:n,flows:r}=i,s=r.quantities.map(o=>{let a=r.headTotalError(o,e,t);return`${ao(rr(i,o,e,t))}${$u(n,o,r.headTotal(o,e,t),a)}.`});return[`${ao(lo(e,t))}.`,...s]}function Rg(i,e){return e===null?[]:[`Token ${e} is \u201C${i.scene.tokens[e]??"?"}\u201D.`]}function Pg(i,e,t){let{scene:n}=i,r=n.special[e]?"a special token":`word ${n.words[e]??"?"} of the text`,s=n.read.includes(e)?" The classifier reads the decision here.":"",o=[`${At(n,e)}, ${r}.${s}`],a=i.table("cuts");if(a){let l=c=>Tt("relevance",a.at(c,e),a.error);o.push(`It contributes, against the blank text: ${l(0)} at the input, ${l(n.layers)} after the last layer.`)}return t===null?o:[...o,...Lg(i,e,t),...Ig(i,t,e)]}function Ig(i,e,t){let{scene:n}=i;if(!n.causal)return[];let r=ro(i),s=r?`; the heads' values have a mean length of ${pn(r.at(e,t),r.error)} (|W_O v|)`:"",o=n.key_heads<n.heads?`, ${n.key_heads} for ${n.heads} heads`:"";return[`Cache of layer ${e}, ${At(n,t)}: its keys and values${o}, read by it and every later token${s}.`]}function Lg(i,e,t){let n=[],r=i.table("attention_at"),s=i.table("mlp_at"),o=i.table("norms");return r&&n.push(`attention brings it ${Tt("relevance",r.at(t,e),r.error)}`),s&&n.push(`its feed-forward block ${Tt("relevance",s.at(t,e),s.error)}`),o&&n.push(`its state has length ${pn(o.at(t+1,e),o.error)} afterwards`),n.length?[`In layer ${t}: ${n.join("; ")}.`]:[]}function Ng(i,e){let{scene:t,flows:n}=i,r=n.quantities[0],s=i.table("mlp_totals"),o=[`Layer ${e} of ${t.layers}, counted from 0.`];if(r){let a=Array.from({length:t.heads},(c,h)=>n.headTotal(r,e,h)),l=a.reduce((c,h,u)=>Math.abs(h)>Math.abs(a[c]??0)?u:c,0);o.push(`Its head with most ${Et[r]} is head ${l}: ${rr(i,r,e,l)}.`)}return s&&o.push(`Its feed-forward blocks bring ${Tt("relevance",s.at(e))} over all tokens.`),t.lens.length>e+1&&o.push(`The model's own head reads a margin of ${kt(t.lens[e+1]??0)} after it.`),o}function $u(i,e,t,n){return e!=="relevance"||Math.abs(t)<=n?"":t>0?` (supports ${i.target})`:` (opposes ${i.target})`}var ao=i=>i.charAt(0).toUpperCase()+i.slice(1);var qu="auditkit:select",Og={edges:"relevance",attention:"attention"};function Yu(i,e){let t=i.closest("[data-card]")??i,n=a=>{let{example:l,token:c}=a.detail;l===e.example&&e.set({...Rn,query:c})},r=Dg(t,e.example),s=r.map(a=>Ug(a,i,e)),o=e.subscribe(a=>{Xu(t,a.query,a.key),Fg(r,a)});return document.addEventListener(qu,n),()=>{s.forEach(a=>a()),o(),document.removeEventListener(qu,n),Xu(t,null,null)}}function Xu(i,e,t){for(let n of i.querySelectorAll("tr[data-token], [data-t]"))`${n.dataset.also??""} ${n.dataset.token??n.dataset.t}`.trim().split(" ").map(Number).some(s=>s===e||s===t)?n.setAttribute("aria-current","true"):n.removeAttribute("aria-current")}function Dg(i,e){return[...i.querySelectorAll(`#${CSS.escape(`ex-${e}-flows`)} tbody tr`)].flatMap(n=>{let r=n.querySelector("[data-evidence]")?.dataset.evidence??"",[,s="",...o]=/#(\w+)\/(\d+)\/(\d+)\/(\d+)\/(\d+)$/.exec(r)??[],a=Og[s];if(!a)return[];let[l,c,h,u]=o.map(Number);return[{row:n,flow:{quantity:a,layer:l,head:c,query:h,key:u}}]})}function Ug({row:i,flow:e},t,n){let r=rt("show",()=>{},`Show this flow in the viewer: layer ${e.layer}, head ${e.head}`);r.className="viewer-flow-show",i.cells[1]?.append(" ",r);let s=nt(i,"click",()=>{n.set(e),t.scrollIntoView({block:"nearest",behavior:"instant"})});return()=>{s(),r.remove()}}function Fg(i,e){for(let{row:t,flow:n}of i)n.layer===e.layer&&n.head===e.head&&n.query===e.query&&n.key===e.key?t.setAttribute("aria-current","true"):t.removeAttribute("aria-current")}var Bg={ink:"--ink",soft:"--soft",faint:"--faint",line:"--line",lineStrong:"--line-strong",paper:"--paper",raised:"--raised",sunken:"--sunken",accent:"--accent",positive:"--support",negative:"--oppose",plain:"--flow",glow:"--glow"};function sr(i){let e=document.createElement("span");e.hidden=!0,i.append(e);let t=([r,s])=>(e.style.color=`var(${s})`,[r,lc(getComputedStyle(e).color)]),n=Object.fromEntries(Object.entries(Bg).map(t));return e.remove(),n}function lc(i){let[e=0,t=0,n=0]=(i.match(/[\d.]+/g)??[]).map(Number),r=i.startsWith("color")?1:255;return[e/r,t/r,n/r]}function He([i,e,t],n=1){return`rgb(${Math.round(i*255)} ${Math.round(e*255)} ${Math.round(t*255)} / ${n})`}function or(i,e,t){let n=r=>i[r]+(e[r]-i[r])*t;return[n(0),n(1),n(2)]}function sn(i,e,t){return e?t<0?i.negative:i.positive:i.plain}var kg=0,co=class{element=xe(F("div",{className:"viewer-tabs"}),{role:"tablist","aria-label":"Views of this example"});stage=xe(F("div",{className:"viewer-stage",id:`viewer-stage-${kg+=1}`}),{role:"tabpanel"});#t;#e;constructor(e,t){this.#e=e.map(({name:n})=>n),this.#t=e.map(({name:n,title:r})=>{let s=xe(F("button",{type:"button",textContent:r,id:`${this.stage.id}-${n}`}),{role:"tab","aria-controls":this.stage.id});return s.addEventListener("click",()=>t(n)),s}),this.element.append(...this.#t),this.element.addEventListener("keydown",n=>{let r=this.#i(n.key);r!==null&&(n.preventDefault(),this.#t[r]?.focus(),t(this.#e[r]??""))})}mark(e){this.#t.forEach((t,n)=>{let r=this.#e[n]===e;xe(t,{"aria-selected":String(r)}).tabIndex=r?0:-1,r&&xe(this.stage,{"aria-labelledby":t.id})})}#i(e){let t=this.#t.length-1,n=this.#t.findIndex(r=>r.tabIndex===0);return e==="ArrowRight"?n===t?0:n+1:e==="ArrowLeft"?n<=0?t:n-1:e==="Home"?0:e==="End"?t:null}};var Oi=(i,e)=>i[0]*e[0]+i[1]*e[1]+i[2]*e[2],ar=(i,e)=>[i[0]-e[0],i[1]-e[1],i[2]-e[2]],oi=(i,e)=>[i[0]+e[0],i[1]+e[1],i[2]+e[2]],mn=(i,e)=>[i[0]*e,i[1]*e,i[2]*e],cc=(i,e)=>[i[1]*e[2]-i[2]*e[1],i[2]*e[0]-i[0]*e[2],i[0]*e[1]-i[1]*e[0]],Zu=i=>mn(i,1/Math.hypot(...i)),Ju=(i,e,t)=>oi(i,mn(ar(e,i),t));function Kr({low:i,high:e}){let t=[i,e];return t.flatMap(([n])=>t.flatMap(([,r])=>t.map(([,,s])=>[n,r,s])))}function ho(i){let e=t=>{let n=i.map(r=>r[t]);return(Math.min(...n)+Math.max(...n))/2};return[e(0),e(1),e(2)]}function uo([i,e,t,n],r){let s=1-r;return oi(oi(mn(i,s*s*s),mn(e,3*s*s*r)),oi(mn(t,3*s*r*r),mn(n,r*r*r)))}var uc=30,zg=.97,Hg=89.999,hc=i=>i*Math.PI/180,lr=Math.tan(hc(uc)/2),cr={orbit:{azimuth:24,elevation:14},front:{azimuth:0,elevation:0},side:{azimuth:90,elevation:0},top:{azimuth:0,elevation:90}};function Ku(i,e,t,n=1){let{toward:r,right:s,up:o}=Gg(e),a=t.width/t.height,l=ho(i),c=i.map(h=>{let u=ar(h,l),d=Math.max(Math.abs(Oi(u,s))/(lr*a),Math.abs(Oi(u,o))/lr);return Oi(u,r)+d/zg});return{centre:l,toward:r,right:s,up:o,distance:Math.max(...c)/n,frame:t}}function Vn(i,e){let t=ar(e,i.centre),n=i.distance-Oi(t,i.toward),{width:r,height:s}=i.frame,o=(1+Oi(t,i.right)/(n*lr*(r/s)))*(r/2),a=(1-Oi(t,i.up)/(n*lr))*(s/2);return{x:o,y:a,depth:n}}function fo({centre:i,toward:e,distance:t}){return oi(i,mn(e,t))}function Qu({toward:i,right:e,up:t,frame:n},r,s){let o=(2*r/n.width-1)*lr*(n.width/n.height),a=(1-2*s/n.height)*lr;return oi(mn(i,-1),oi(mn(e,o),mn(t,a)))}function Gg({azimuth:i,elevation:e}){let[t,n]=[hc(i),hc(e)],r=[Math.cos(n)*Math.sin(t),Math.sin(n),Math.cos(n)*Math.cos(t)],s=e>Hg?[0,0,-1]:[0,1,0],o=Zu(cc(s,r));return{toward:r,right:o,up:cc(r,o)}}var dc=new WeakMap;function ju(i,e){return dc.set(i,e),()=>dc.delete(i)}function ed(i){return dc.get(i)??null}function nd(i,e,t){let{order:n,from:r,to:s,tokens:o}=e.course,a=r===0&&s===i.layers-1?"all layers":r===s?`layer ${r}`:`layers ${r} to ${s}`;if(t===null)return n==="token"?`all tokens, ${a}; cache: ${td(o)}`:a;let{layer:l,isAbove:c,token:h}=e.place(t),u=c?l===i.layers-1?"output":`after layer ${l}`:`layer ${l}`;return h===null?u:`token ${h} \u201C${Vg(i.tokens[h]??"?")}\u201D, ${u}; cache: ${td(e.cached(t))}`}function id(i,e){return e===null?i:i.filter(({tone:t,when:n})=>t!=="stored"||n<e)}var td=i=>`${i} token${i===1?"":"s"}`,Vg=i=>i.length<=14?i:`${i.slice(0,13)}\u2026`;var Wg=["model","layer","component","neurons"],$g=[["0.5","\xBD \xD7"],["1","1 \xD7"],["2","2 \xD7"],["4","4 \xD7"]],fc={layer:{scrub:.01,hint:"On to the next floor"},token:{scrub:1,hint:"On to the next token"}},rd=1.3,mo=class{element;#t;#e;#i;#n;#r;#s;#l=F("output",{className:"city-where"});#a=new Map;#c;#f;constructor(e,t,n,r){this.#t=e,this.#e=t,this.#c=rt("Slice",n.slice,"Show only one layer"),this.#f=rt("Chain",n.chain,"Show the reasoning chain"),this.#f.hidden=!e.route.length,this.#i=rt("Play",()=>this.#h(n),"Play the pulse through the layers"),this.#i.hidden=r,this.#n=this.#d(n),this.#r=ri("Pulse",Zr.map(a=>[a,`Pulse by ${a}`]),Zr[0],a=>n.order(a)),this.#r.hidden=!e.causal,this.#s=this.#p(n);for(let a of Wg)this.#a.set(a,rt(sd(a),()=>n.level(a)));let s=Object.entries(cr).map(([a,l])=>rt(sd(a),()=>n.look(l))),o=[rt("\u2212",()=>n.zoom(1/rd),"Further away"),rt("+",()=>n.zoom(rd),"Nearer")];this.element=F("div",{className:"city-bar"},po("Playback",this.#i,this.#n,this.#s,this.#l,this.#m(r),this.#r,this.#u(n)),po("Seen from",...s,...o),po("Level",...this.#a.values()),po("Show",this.#c,this.#f)),this.show()}show(){let{time:e,times:t,isPlaying:n}=this.#e,{order:r}=t.course;this.#i.textContent=n?"Pause":"Play",this.#n.title=fc[r].hint,xe(this.#n,{"aria-label":fc[r].hint}),this.#r.querySelector("select").value=r,Object.assign(this.#s,{max:String(t.end),step:String(fc[r].scrub)}),this.#s.value=String(e??0),this.#o(nd(this.#t,t,e),n)}#o(e,t){let n=t?"off":"polite";this.#l.getAttribute("aria-live")!==n&&xe(this.#l,{"aria-live":n}),this.#l.classList.toggle("is-long",this.#e.times.course.order==="token"),this.#l.textContent!==e&&(xe(this.#s,{"aria-valuetext":e}),this.#l.textContent=e)}mark({level:e,isSliced:t,hasChain:n}){for(let[r,s]of this.#a)xe(s,{"aria-pressed":String(r===e)});xe(this.#c,{"aria-pressed":String(t)}),xe(this.#f,{"aria-pressed":String(n)})}#h(e){this.#e.isPlaying?this.#e.pause():this.#e.play(performance.now()),e.changed()}#d(e){return rt("Step",()=>{this.#e.next(),e.changed()})}#u(e){return rt("All",()=>{this.#e.stop(),e.changed()},"End playback and light everything")}#p(e){let t=F("input",{type:"range",min:"0"});return xe(t,{"aria-label":"Where the pulse is"}),t.addEventListener("input",()=>{this.#e.seek(Number(t.value)),e.changed()}),t}#m(e){let t=ri("Speed",$g,"1",n=>{this.#e.speed=Number(n)});return t.hidden=e,t}};function po(i,...e){return xe(F("div",{className:"city-group"},...e),{role:"group","aria-label":i})}var sd=i=>i.charAt(0).toUpperCase()+i.slice(1);function od(i,e,t,n){let r={drawn:0,self:0,sinks:0,rest:0},s=[];for(let l=n.from;l<=n.to;l+=1)for(let c=0;c<i.tokens.length;c+=1){let h=qg(i,e,t,n,l,c,r);h.length&&s.push(h)}let o=Kg(s),a=o===1?Qg(s):s.flatMap(l=>l.slice(0,o));for(let{value:l}of a)r.drawn+=Math.abs(l);return r.rest-=r.drawn,{arcs:a,k:o,totals:r}}function qg(i,e,t,n,r,s,o){let a=[];for(let l of Xg(i,n,r))e.eachOf(t,r,l,s,(c,h)=>{let u=Math.abs(h);h===0||!Yg(n.token,s,c)||(c===s?o.self+=u:i.sinks.includes(c)?o.sinks+=u:(o.rest+=u,u>=n.least&&Zg(a,{layer:r,head:l,query:s,key:c,value:h,rank:0})))});return a.map((l,c)=>({...l,rank:c}))}function Xg(i,{head:e},t){return e?e.layer===t?[e.head]:[]:Array.from({length:i.heads},(n,r)=>r)}function Yg(i,e,t){return i===null||e===i||t===i}function Zg(i,e){let t=i.length;for(;t>0&&Jg(e,i[t-1]);)t-=1;t>=8||(i.splice(t,0,e),i.length>8&&i.pop())}function Jg(i,e){let t=Math.abs(i.value)-Math.abs(e.value);return t!==0?t>0:i.head!==e.head?i.head<e.head:i.key<e.key}function Kg(i){for(let e=8;e>1;e-=1)if(i.reduce((t,n)=>t+Math.min(n.length,e),0)<=600)return e;return 1}function Qg(i){let e=i.flatMap(r=>r.slice(0,1));if(e.length<=600)return e;let t=[...e.keys()].sort((r,s)=>Math.abs(e[s].value)-Math.abs(e[r].value)||r-s),n=new Set(t.slice(0,600));return e.filter((r,s)=>n.has(s))}var Qr="",jg=.5,ey=.005,go=class{element;#t;#e;#i=[];constructor(e,t){this.#t=e,this.#e=t;let{scene:n}=e,r=F("details",{className:"city-filters",open:matchMedia("(min-width: 40rem)").matches},F("summary",{},"Filters"),F("div",{className:"city-controls"},this.#r(),this.#s("From layer",ad(n.layers),({from:s})=>s??0,s=>this.#l(s??0,null)),this.#s("To layer",ad(n.layers),({to:s})=>s??n.layers-1,s=>this.#l(null,s??0)),this.#s("Layer",pc("any",ld(n.layers)),({layer:s})=>s,s=>t.set({layer:s,...s===null?{head:null}:{},key:null})),this.#s("Head",pc("all",ld(n.heads)),({head:s})=>s,s=>t.set({head:s,layer:t.now.layer??(s===null?null:0),key:null})),this.#s("Token",pc("all",n.tokens.map((s,o)=>At(n,o))),({query:s})=>s,s=>t.set({query:s,key:null}))));this.element=F("div",{className:"city-top"},this.#n(),r),this.show(t.now)}show(e){this.#i.forEach(t=>t(e))}#n(){let e=this.#t.flows.quantities.map(n=>[n,Et[n]]),t=ri("Arcs show",e,Qr,n=>this.#e.set({quantity:n}));return this.#i.push(n=>{cd(t).value=dt(this.#t,n)}),t}#r(){let e=F("input",{type:"range",min:"0",max:String(jg),step:String(ey)}),t=F("output");return e.title="Share of the largest flow below which arcs are not drawn",e.addEventListener("input",()=>this.#e.set({least:Number(e.value)===.02?null:Number(e.value)})),this.#i.push(({least:n})=>{e.value=String(n??.02),t.textContent=`${((n??.02)*100).toFixed(1)} %`}),F("label",{className:"viewer-control"},F("span",{},"Arcs of at least ",t),e)}#s(e,t,n,r){let s=ri(e,t,Qr,o=>r(o===Qr?null:Number(o)));return this.#i.push(o=>{cd(s).value=String(n(o)??Qr)}),s}#l(e,t){let{now:n}=this.#e,r=this.#t.scene.layers-1,s=e??Math.min(n.from??0,t??r),o=t??Math.max(n.to??r,s);this.#e.set(s===0&&o===r?{from:null,to:null}:{from:s,to:o})}};function mc(i,e){e?e.kind==="arc"||e.kind==="link"?i.set({layer:e.layer,head:e.head,query:e.query,key:e.key}):i.set({...Rn,layer:e.layer,head:e.head,query:e.token}):i.set(Rn)}var ad=i=>Array.from({length:i},(e,t)=>[String(t),String(t)]),ld=i=>Array.from({length:i},(e,t)=>String(t));function pc(i,e){return[[Qr,i],...e.map((t,n)=>[String(n),t])]}function cd(i){return i.querySelector("select")}var ty="confirmed";function es({rank:i,relevance:e}){return`${i+1}${e<0?"\u2212":""}`}function ny({relevance:i,verdict:e}){return["city-chip",i<0?"is-against":"is-for",...e===ty?["is-told"]:[]]}function yo(i){return F("span",{className:ny(i).join(" "),textContent:es(i)})}var ts={width:.72,least:.04,most:.3},gc={attention:.58,mlp:.8,ofLayer:.2,largest:.5},hd={gap:1.5,height:.22},ud={at:.4,ofLane:.6},ns={gap:.14,deep:.12,least:.05,most:.38},dd={at:.75,ofDepth:.5},iy=4/3,is={thinnest:.75,thicker:4.25,route:3,quiet:1.5},hr=.02,xo=class{tokens;layers;heads;layerHeight;depth;lane;shelf;reach;constructor({tokens:e,layers:t,heads:n}){this.tokens=e,this.layers=t,this.heads=n,this.layerHeight=Math.max(1.5,.75*e/t),this.depth=Math.max(4,.35*e),this.lane=this.depth/n,this.shelf=(e-1)/2+hd.gap,this.reach=Math.max(2,.08*e)}column(e){return e-(this.tokens-1)/2}floor(e){return e*this.layerHeight}laneOf(e){return(e-(this.heads-1)/2)*this.lane}get cacheDepth(){let e=-(.5+ns.gap)*this.depth;return[e-ns.deep*this.depth,e]}outline(e=0,t=this.layers-1,{withCache:n=!1}={}){let[r,s]=[this.floor(e),this.floor(t+1)+ts.most*this.layerHeight],[o,a,l]=[this.tokens/2,this.shelf+this.reach,this.depth/2];return[...Kr({low:[-o,r,n?this.cacheDepth[0]:-l],high:[o,s,l]}),...Kr({low:[a,r,-l/2],high:[a,s,l/2]}).slice(0,4)]}plate(e){let t=this.floor(e);return{low:[-this.tokens/2,t,-this.depth/2],high:[this.tokens/2,t,this.depth/2]}}tile(e,t,n){let[r,s,o]=[this.column(t),this.floor(e),ts.width/2];return{low:[r-o,s,-o],high:[r+o,s+ts.least+ts.most*this.layerHeight*n,o]}}cube(e,t,n,r){let s=Math.min(gc.largest,gc.ofLayer*this.layerHeight)*Math.sqrt(r)/2,[o,a]=[this.column(n),this.floor(t)+gc[e]*this.layerHeight];return{low:[o-s,a-s,-s],high:[o+s,a+s,s]}}block(e,t,n,r){let[s,o,[a,l]]=[this.floor(e),ts.width/2,this.cacheDepth],c=(ns.least+(ns.most-ns.least)*r)*this.layerHeight;return{low:[this.column(t)-o,s,a],high:[this.column(n)+o,s+c,l]}}cachePlate(e){let[t,[n,r]]=[this.floor(e),this.cacheDepth];return{low:[-this.tokens/2,t,n],high:[this.tokens/2,t,r]}}headBar(e,t,n){return this.#t(e+ud.at,this.laneOf(t),ud.ofLane*this.lane,n)}mlpBar(e,t){return this.#t(e+dd.at,0,dd.ofDepth*this.depth,t)}arc({layer:e,head:t,query:n,key:r}){let[s,o,a]=[this.floor(e),this.floor(e+1),iy*this.laneOf(t)],l=s+this.layerHeight/2,[c,h]=[this.column(r),this.column(n)];return[[c,s,0],[c,l,a],[h,l,a],[h,o,0]]}pole(e,t,n){let r=this.column(e),s=o=>[r,this.floor(t)+(this.floor(n)-this.floor(t))*o,0];return[s(0),s(1/3),s(2/3),s(1)]}#t(e,t,n,r){let[s,o]=[e*this.layerHeight,hd.height*this.layerHeight/2];return{low:[this.shelf,s-o,t-n/2],high:[this.shelf+this.reach*r,s+o,t+n/2]}}};function yc(i){return is.thinnest+is.thicker*i}var md=.55,_o={width:1,alpha:.75,crowd:24},ry=.1,sy=60,oy=2.5,fd={strength:.5,halo:.5},ay=-9,ly=.55;function gd({arcs:i,isSigned:e},t){let n=i.reduce((o,{share:a,isGhost:l})=>o+(l?0:a),0),r=Math.min(1,Math.sqrt(sy/Math.max(1,n)));return[...i].sort((o,a)=>Number(a.isGhost)-Number(o.isGhost)||o.share-a.share).map(o=>({curve:o.curve,colour:sn(t,e,o.value),alpha:cy(o,r),width:o.width,dash:e&&o.value<0?md:0,start:o.start}))}function cy({isGhost:i,share:e},t){return i?ry*t:(.26*t+.69*e**(1/t))*Math.sqrt(t)}function yd({links:i,isQuiet:e},t,n){let r=n.query!==null||n.head!==null,s=e?fd.halo:oy,o=a=>vo(a,n)?1:(r?.35:1)*(e?fd.strength:1);return i.flatMap(({curve:a,width:l,link:c,start:h})=>[{curve:a,colour:t.raised,alpha:.85*o(c),width:l+2*s,dash:0,start:h},{curve:a,colour:sn(t,!0,c.relevance),alpha:o(c),width:l,dash:c.relevance<0?md:0,start:h}])}function vo({layer:i,query:e,key:t},n){return i===n.layer&&e===n.query&&t===n.key}function xd({boxes:i,cache:e},t){let n=or(t.raised,t.lineStrong,.8),r=or(t.raised,t.soft,ly);return[...i,...e?.blocks??[]].map(({box:s,share:o,tone:a,when:l,isDimmed:c})=>{let[h,u,d]=[Math.abs(o),a==="signed",a==="stored"],f=h<hr?n:or(n,sn(t,u,o),.3+.7*Math.sqrt(h)),g=u&&o<0&&h>=hr;return{box:s,colour:d?r:f,isHatched:g,when:l,strength:c?.4:1,grows:d}})}function _d({city:i,from:e,to:t,cache:n},r,{layer:s}){let o=Array.from({length:t-e+2},(c,h)=>e+h),a=o.map(c=>pd(i.plate(c),r,s!==null&&(c===s||c===s+1))),l=n?o.slice(0,-1).map(c=>pd(i.cachePlate(c),r,c===s)):[];return[...a,...l]}function pd(i,e,t){return{box:i,colour:t?e.accent:e.ink,alpha:t?.07:.02,rim:t?e.accent:e.lineStrong,rimAlpha:t?.9:.7}}function vd({city:i,from:e,to:t},n,{query:r,key:s}){return Array.from({length:i.tokens},(o,a)=>{let l=a===r||a===s;return{curve:i.pole(a,e,t+1),colour:l?n.accent:n.lineStrong,alpha:l?1:Math.min(_o.alpha,_o.crowd/i.tokens),width:l?2*_o.width:_o.width,dash:0,start:ay}})}var bo=class{element=F("ul",{className:"city-links"});#t;#e;#i=[];#n=[];constructor(e,t){this.#t=e,this.#e=t}show(e,t){let n=e.map(({link:r})=>r);n.map(({rank:r})=>r).join()!==this.#i.map(({rank:r})=>r).join()&&(this.#n=n.map(r=>this.#r(r)),this.element.replaceChildren(...this.#n.map(r=>F("li",{},r)))),this.#i=n,this.#n.forEach((r,s)=>xe(r,{"aria-pressed":String(vo(n[s],t))})),this.element.hidden=!n.length}#r(e){let t=F("button",{type:"button"},yo(e),F("span",{},hy(this.#t,e)));return t.addEventListener("click",()=>{let{layer:n,head:r,query:s,key:o}=e;this.#e.set(vo(e,this.#e.now)?Rn:{layer:n,head:r,query:s,key:o})}),t}};function hy({tokens:i},e){return`${`\u201C${i[e.key]??"?"}\u201D to \u201C${i[e.query]??"?"}\u201D, layer ${e.layer}`}: margin changed by ${ir(e.observed)}, ${Ks[e.verdict]??e.verdict}`}var bd=3e3,ur={layer:null,head:null,token:null,query:null,key:null};function Sd(i,e){let t=[...fy(i),...dy(i),...uy(i)],n=Math.max(0,t.length-e);return n?{boxes:t.sort((s,o)=>Number(s.isDimmed)-Number(o.isDimmed)||Math.abs(o.share)-Math.abs(s.share)).slice(0,e),leftOut:n}:{boxes:t,leftOut:n}}function xc(i,e){return(e==="relevance"?i.table("cuts"):null)??i.table("norms")}function*uy({open:i,city:e,times:t,quantity:n,chosen:r,filter:s}){let o=xc(i,n),a=n==="relevance"&&o===i.table("cuts")?"signed":"plain";for(let l=s.from;l<=s.to+1;l+=1)for(let c=0;c<e.tokens;c+=1){let h=o?.largest?o.at(l,c)/o.largest:0,u={...ur,kind:"token",token:c,layer:l>0?l-1:null};yield{box:e.tile(l,c,Math.abs(h)),share:h,tone:a,when:t.of("state",l,c),isDimmed:So(r,c),what:u}}}function*dy({open:i,city:e,times:t,quantity:n,chosen:r,filter:s}){if(n!=="relevance")return;let[o,a]=[i.table("attention_at"),i.table("mlp_at")],l=Math.max(o?.largest??0,a?.largest??0)||1;for(let[c,h]of[["attention",o],["mlp",a]])for(let u=s.from;h&&u<=s.to;u+=1)for(let d=0;d<e.tokens;d+=1){let f=h.at(u,d)/l;if(Math.abs(f)<hr)continue;let g={...ur,kind:"box",layer:u,token:d};yield{box:e.cube(c,u,d,Math.abs(f)),share:f,tone:"signed",when:t.of(c,u,d),isDimmed:So(r,d),what:g}}}function*fy({open:i,city:e,times:t,quantity:n,chosen:r,filter:s}){let o=py(i,n),a=n==="relevance"?"signed":"plain",l=n==="relevance"?i.table("mlp_totals"):null,c=Math.max(l?.largest??0,...o.map(Math.abs))||1;for(let h=s.from;h<=s.to;h+=1){for(let f=0;f<e.heads;f+=1){let g=(o[h*e.heads+f]??0)/c,v=r.head!==null&&(r.layer!==h||r.head!==f),m={...ur,kind:"head",layer:h,head:f};yield{box:e.headBar(h,f,Math.abs(g)),share:g,tone:a,when:t.ofAll("head",h),isDimmed:v,what:m}}let u=l?l.at(h)/c:0;if(Math.abs(u)<hr)continue;let d={...ur,kind:"mlp",layer:h};yield{box:e.mlpBar(h,Math.abs(u)),share:u,tone:a,when:t.ofAll("mlp",h),isDimmed:r.head!==null,what:d}}}function py({scene:i,flows:e},t){return Array.from({length:i.layers*i.heads},(n,r)=>e.headTotal(t,Math.floor(r/i.heads),r%i.heads))}function So({query:i,key:e},t){return i!==null&&t!==i&&t!==e}var my={floor:["M6 3h24l-5 8H1z"],lane:["M1 12C1 3 12 3 15 3S30 3 30 12","M1 12C1 7 12 7 15 7S30 7 30 12"],tile:["M9 5h16l-4 6H5z"],head:["M3 6h16v3H3z"],mlp:["M3 2h22v10H3z"],cube:["M15 0v14","M11 3h8v8h-8z"]};function Md(i,{quantity:e,isSigned:t}){let{layers:n,heads:r}=i.scene,s=`Heads lie one behind the other${r>1?`, from h0 at the back to h${r-1} in front`:""}; an arc passes its head half-way up.`,o=[["floor",`Floors: what stands between layers, from the input (before layer 0) up to the output (after layer ${n-1}). Each token is a column.`],["lane",s],["tile",gy(i,t)],["head",`Narrow bars on the right: ${t?"what each head brings to all tokens":`the sum of ${Et[e]} over a head\u2019s messages, without tokens to themselves and special tokens`}.`]];if(!t)return o;i.table("mlp_totals")&&o.push(["mlp","Wide bars on the right: what each layer\u2019s feed-forward part brings to all tokens."]);let a=yy(i);return a?[...o,["cube",a]]:o}function gy(i,e){let t=xc(i,e?"relevance":"attention");if(!t)return"Tiles: the tokens\u2019 states; all alike, because this example has no numbers of them.";let n=t===i.table("cuts");return`Tiles on a floor: ${n?"what a token\u2019s state contributes there, against the blank text":"how long a token\u2019s state is there (its norm)"}; higher and stronger in colour is more${n?", hatched opposes":""}.`}function yy(i){let t=[["attention_at","attention (lower)"],["mlp_at","the feed-forward part (upper)"]].flatMap(([n,r])=>i.table(n)?[r]:[]);return t.length?`Cubes on a column: what ${t.join(" and ")} of that layer brings to the token.`:null}function wd(i){let e=my[i].map(t=>Ae("path",{d:t}));return Ae("svg",{width:32,height:14,viewBox:"0 0 32 14",class:`city-part is-${i}`,"aria-hidden":"true"},...e)}var _y="By token, one token climbs all layers before the next begins, and each layer keeps its keys and values in a cache that later tokens read. This model computes the same numbers when all tokens climb together, because no token looks at later ones.",Mo=class{element=F("div",{className:"city-key"});#t;#e;#i=F("p",{className:"city-grade"});#n=F("div");#r=F("ul");constructor(e,t){this.#t=e,this.#e=new bo(e.scene,t);let n=F("details",{className:"city-parts"},F("summary",{},"What is drawn"),this.#r);this.element.append(this.#i,this.#e.element,this.#n,n)}show(e,t){this.#i.textContent=vy(this.#t.scene)??"",this.#i.hidden=!this.#i.textContent,this.#e.show(e.links,t),this.#n.replaceChildren(...by(this.#t,e)),this.#r.replaceChildren(...Md(this.#t,e).map(([n,r])=>F("li",{},wd(n),r)))}};function vy({grade:i,route:e}){return i===null?null:!e.length&&i!==Ki?gu:mu[i]??null}function by(i,e){let t=F("ul",{className:"city-signs"},...Ty(i,e).map(([r,s])=>F("li",{},Ay(r),s))),n=[Sy(i.scene,e),`${My(e)} ${wy(e.selected.totals)}`];return e.boxesLeftOut&&n.push(`The ${e.boxesLeftOut} smallest boxes are left out; fewer layers show more of them.`),e.cache&&n.push(_y),[t,...n.filter(r=>r).map(r=>F("p",{},r))]}function Sy({target:i},{isSigned:e,links:t}){return[...e||t.length?[yu.replace("{target}",i)]:[],...t.length?[Js]:[]].join(" ")}function My({selected:i,quantity:e,filter:t}){let{arcs:n,k:r}=i;if(!n.length)return"No flow passes the filters.";let s=r===1&&n.length===600?"the largest each, and of these the largest":`the largest ${r} at most`,o=t.least>0?` of at least ${kt(t.least)}`:"";return`${n.length} flows${o} (${Et[e]}): of each layer and token ${s}.`}function wy({drawn:i,self:e,sinks:t,rest:n}){let r=i+e+t+n;if(!r)return"";let s=o=>`${(100*o/r).toFixed(0)} %`;return`They hold ${s(i)} of it by size; from tokens to themselves ${s(e)} and from special tokens ${s(t)}, both not drawn; the rest ${s(n)}.`}function Ey({run:i,isMeasured:e}){let t=e?"higher: longer values (mean |W_O v| of the heads)":"all alike: this example has no lengths of values";return`KV cache, behind the lanes: the keys and values of ${i>1?`${i} neighbouring tokens`:"each token"}; ${t}`}function Ty({scene:i},{isSigned:e,quantity:t,cache:n}){let r=`wider: more ${Et[t]}`,s=n?[["cache",Ey(n)]]:[];return e?[["for",`supports ${i.target}`],["against",`opposes ${i.target} (lines dashed, boxes hatched)`],["size",r],...s]:[["plain",`${r}. ${Gu[t]}`],...s]}function Ay(i){let e=Ae("line",{x1:1,y1:5,x2:31,y2:5,class:`city-sample is-${i}`});return Ae("svg",{width:32,height:10,"aria-hidden":"true"},e)}function Cy(i,e){return Math.abs(i.x-e.x)<i.halfWidth+e.halfWidth&&Math.abs(i.y-e.y)<i.halfHeight+e.halfHeight}function Xt(i,e,t=[]){let n=i.slice(1).reduce((a,l,c)=>Math.min(a,Math.abs(l-i[c])),1/0),r=Math.max(1,Math.ceil(e/Math.max(n,1e-6))),s=(a,l)=>l.every(c=>Math.abs(i[c]-i[a])>=e),o=t.reduce((a,l)=>s(l,a)?[...a,l]:a,[]);return i.flatMap((a,l)=>o.includes(l)||l%r===0&&s(l,o)?[l]:[])}function wo(i,e){return i.find(t=>!e.some(n=>Cy(t,n)))??null}var _c=11.5,Ed=12,ai={token:11,layer:8,head:9,edge:14,wideEdge:40,cacheEdge:54},Ry=2,Py=60,vc=560,Iy=[[0,0],[0,-20],[0,20],[26,0],[-26,0],[26,-20],[-26,-20]],Td=.8,rs={angle:52*Math.PI/180,letter:6},Ly={halfHeight:9,perLetter:3.3,padding:6},Ny={halfHeight:7,perLetter:2.7,padding:4},Oy=[.5,.42,.58,.34,.66,.26,.74],Eo=class{element=F("div",{className:"city-names"});#t=F("div");#e=F("div");#i;constructor(e){this.#i=e,this.element.setAttribute("aria-hidden","true"),this.element.append(this.#t,this.#e)}place(e,t,{chosen:n,withChain:r,ground:s,time:o}){let a=this.#n(e,t,n,s);this.#t.replaceChildren(...a.map(({name:l,x:c,y:h})=>dr(l,c,h)),...this.#r(e,t),...Fy(e,t,s),...By(e,t)),this.#s(r?e.links:[],e.isQuiet,t,o,a.flatMap(Dy))}#n({city:e,to:t},n,r,s){let o=n.toward[1]>Td,[a,l]=o?[e.floor(t+1),e.depth/2]:[e.floor(s),0],c=this.#i.tokens.map((u,d)=>Vn(n,[e.column(d),a,l])),h=c.map(({x:u})=>u);return ky(h)<Py?[]:Xt(h,_c,r).flatMap(u=>{let{x:d,y:f,depth:g}=c[u];if(g<=0)return[];let v=F("span",{className:"city-token",textContent:Hy(this.#i.tokens[u])});return r.includes(u)&&v.classList.add("is-chosen"),[{name:v,x:d,y:f+ai.token}]})}#r({city:e,from:t,to:n},r){let s=Array.from({length:n-t+1},(l,c)=>t+c),o=s.map(l=>Uy(r,e,l));if(r.toward[1]>Td)return[];let a=r.frame.width<vc;return Xt(o.map(({y:l})=>l),_c+2).map(l=>{let{x:c,y:h}=o[l];return dr(F("span",{className:"city-layer",textContent:`${a?"":"layer "}${s[l]}`}),Math.max(c-ai.layer,a?ai.edge:ai.wideEdge),h)})}#s(e,t,n,r,s){let o=[...s],a=n.frame.width<vc,{halfHeight:l,perLetter:c,padding:h}=a?Ny:Ly;this.#l(e),this.#e.classList.toggle("is-small",a),this.#e.classList.toggle("is-quiet",t),e.forEach(({curve:u,link:d,start:f},g)=>{let v=this.#e.children[g];v.classList.toggle("is-ahead",r!==null&&r<f);let m=h+c*es(d).length,p=Iy.flatMap(([C,w])=>Oy.map(A=>{let{x:E,y}=Vn(n,uo(u,A));return{x:E+C,y:y+w,halfWidth:m,halfHeight:l}})),b=wo(p,o);v.hidden=!b,b&&(o.push(b),dr(v,b.x,b.y))})}#l(e){let t=e.map(({link:n})=>String(n.rank)).join();this.#e.dataset.ranks!==t&&(this.#e.dataset.ranks=t,this.#e.replaceChildren(...e.map(({link:n})=>yo(n))))}};function Dy({name:i,x:e,y:t}){return Array.from({length:i.textContent?.length??0},(n,r)=>{let s=(r+.5)*rs.letter;return{x:e-s*Math.cos(rs.angle),y:t+s*Math.sin(rs.angle),halfWidth:rs.letter,halfHeight:rs.letter}})}function Uy(i,{tokens:e,depth:t,layerHeight:n},r){let s=(l,c)=>Vn(i,[l*e/2,(r+.5)*n,c*t/2]),[o,a]=[-1,1].flatMap(l=>[-1,1].map(c=>[s(l,c).x,l])).sort((l,c)=>l[0]-c[0])[0];return{x:o,y:s(a,0).y}}function Fy({city:i},e,t){let n=s=>Vn(e,[i.shelf+i.reach,i.floor(t),s]),r=Array.from({length:i.heads},(s,o)=>n(i.laneOf(o)));if(zy(r.map(({x:s})=>s))<Ry){let{x:s,y:o}=n(0);return[dr(F("span",{className:"city-token city-shelf",textContent:"sum by head"}),s,o+ai.token)]}return Xt(r.map(({x:s})=>s),_c+3).map(s=>dr(F("span",{className:"city-head",textContent:`h${s}`}),r[s].x,r[s].y+ai.head))}function By({city:i,cache:e,to:t},n){if(!e||n.frame.width<vc)return[];let{low:r,high:s}=i.block(t,0,0,1),{x:o,y:a}=Vn(n,[r[0],s[1],(r[2]+s[2])/2]);return[dr(F("span",{className:"city-layer city-cache",textContent:"KV cache"}),Math.max(o-ai.layer,ai.cacheEdge),a)]}function ky(i){return Math.max(...i)-Math.min(...i)}function zy(i){return i.slice(1).reduce((e,t,n)=>Math.min(e,Math.abs(t-i[n])),1/0)}function dr(i,e,t){return i.style.left=`${e.toFixed(1)}px`,i.style.top=`${t.toFixed(1)}px`,i}var Hy=i=>i.length<=Ed?i:`${i.slice(0,Ed-1)}\u2026`;var To=class{speed=1;#t;#e=null;#i=null;constructor(e){this.#t=e}get times(){return this.#t}follow(e){e.isLike(this.#t)||this.stop(),this.#t=e}get time(){return this.#e}get isPlaying(){return this.#i!==null}play(e){(this.#e===null||this.#e>=this.#t.end)&&(this.#e=0),this.#i=e}pause(){this.#i=null}seek(e){this.pause(),this.#e=Math.max(0,Math.min(this.#t.end,e))}next(){this.seek(this.#t.next(this.#e))}stop(){this.pause(),this.#e=null}step(e){return this.#i===null||this.#e===null?!1:(this.#e+=(e-this.#i)/1e3*this.#t.pace*this.speed,this.#i=e,this.#e>=this.#t.end&&this.stop(),this.isPlaying)}};var Ad=.35,Ao=6,bc=1.2,Gy=.0015,Cd=4;function Pd(i,e,t){let n=[...Vy(i,e,t),nt(i,"keydown",r=>Wy(r,e,t)),nt(i,"wheel",r=>{document.activeElement===i&&(r.preventDefault(),e.zoomBy(Math.exp(-r.deltaY*Gy)),t.changed())},{passive:!1})];return()=>n.forEach(r=>r())}function Vy(i,e,t){let n=new Map,r=0,s=a=>{let l=n.get(a.pointerId);if(!l)return t.hovered(a.offsetX,a.offsetY);let c=Rd(n);n.set(a.pointerId,{x:a.offsetX,y:a.offsetY}),r+=Math.hypot(a.offsetX-l.x,a.offsetY-l.y),!(r<=Cd)&&(n.size>1&&document.activeElement===i?e.zoomBy(Rd(n)/(c||1)):n.size===1&&e.turn((l.x-a.offsetX)*Ad,(a.offsetY-l.y)*Ad),t.changed())},o=a=>{!n.delete(a.pointerId)||n.size||a.type==="pointerup"&&r<=Cd&&t.picked(a.offsetX,a.offsetY)};return[nt(i,"pointerdown",a=>{n.size||(r=0),n.set(a.pointerId,{x:a.offsetX,y:a.offsetY}),i.setPointerCapture(a.pointerId)}),nt(i,"pointermove",s),nt(i,"pointerup",o),nt(i,"pointercancel",o)]}function Rd(i){let[e,t]=[...i.values()];return e&&t?Math.hypot(e.x-t.x,e.y-t.y):0}function Wy(i,e,t){let r={ArrowLeft:()=>e.turn(-Ao,0),ArrowRight:()=>e.turn(Ao,0),ArrowUp:()=>e.turn(0,Ao),ArrowDown:()=>e.turn(0,-Ao),"+":()=>e.zoomBy(bc),"=":()=>e.zoomBy(bc),"-":()=>e.zoomBy(1/bc),Home:t.home,PageDown:()=>t.stepped(1),PageUp:()=>t.stepped(-1)}[i.key];!r||i.ctrlKey||i.metaKey||i.altKey||(i.preventDefault(),i.stopPropagation(),r(),t.changed())}var $y=550,Id={least:.5,most:12},Ld={least:-10,most:90},Co=class{#t;#e;#i=null;constructor(e,t){this.#t=t,this.#e={outline:e,angles:cr.orbit,zoom:1}}camera(e){return Ku(this.#e.outline,this.#e.angles,e,this.#e.zoom)}get radius(){let e=ho(this.#e.outline);return Math.max(...this.#e.outline.map(t=>Math.hypot(...ar(t,e))))}get angles(){return this.#n.angles}turn(e,t){let{angles:n}=this.#n,r=Math.max(Ld.least,Math.min(Ld.most,n.elevation+t));this.#r({...this.#n,angles:{azimuth:n.azimuth+e,elevation:r}})}zoomBy(e){let t=Math.max(Id.least,Math.min(Id.most,this.#n.zoom*e));this.#r({...this.#n,zoom:t})}goTo(e,t){let n={...this.#n,...e};this.#t?this.#r(n):this.#i={from:this.#e,to:n,since:t}}step(e){if(!this.#i)return!1;let{from:t,to:n,since:r}=this.#i,s=Math.min(1,Math.max(0,(e-r)/$y));return this.#e=qy(t,n,s*s*(3-2*s)),s===1&&this.#r(n),s<1}get#n(){return this.#i?.to??this.#e}#r(e){this.#i=null,this.#e=e}};function qy(i,e,t){let n=(r,s)=>r+(s-r)*t;return{outline:e.outline.map((r,s)=>Ju(i.outline[s]??r,r,t)),angles:{azimuth:n(i.angles.azimuth,e.angles.azimuth),elevation:n(i.angles.elevation,e.angles.elevation)},zoom:n(i.zoom,e.zoom)}}var Xy=1e3;function Nd(i,e,t,n){let{from:r,to:s,tokens:o}=t.course,a=ro(i),l=Math.ceil(o/Math.max(1,Math.floor(Xy/t.layers))),c=[];for(let h=r;h<=s;h+=1)for(let u=0;u<o;u+=l){let d=Array.from({length:Math.min(l,o-u)},(v,m)=>u+m),f=u+d.length-1,g=a?.largest?Yy(d.map(v=>a.at(h,v)))/a.largest:1;c.push({box:e.block(h,u,f,g),share:g,tone:"stored",when:t.of("cache",h,f),isDimmed:d.every(v=>So(n,v)),what:{...ur,kind:"cache",layer:h,token:u}})}return{blocks:c,run:l,isMeasured:a!==null}}function Yy(i){return i.reduce((e,t)=>e+t,0)/i.length}function Sc(i,e){let{scene:t}=i,n=new xo({tokens:t.tokens.length,layers:t.layers,heads:t.heads}),r=dt(i,e),s=Zy(i,r,e),o=od(t,i.flows,r,s),a=Vu(i,e),l=new no({order:a,from:s.from,to:s.to,tokens:t.tokens.length}),c=a==="token"?Nd(i,n,l,e):null,{boxes:h,leftOut:u}=Sd({open:i,city:n,times:l,quantity:r,chosen:e,filter:s},bd-(c?.blocks.length??0));return{city:n,times:l,cache:c,quantity:r,isSigned:r==="relevance",from:s.from,to:s.to,filter:s,selected:o,boxes:h,boxesLeftOut:u,arcs:Ky(i,{city:n,times:l,quantity:r},o,e),links:jy(i,{city:n,times:l},s),isQuiet:Dd(t)}}function Zy({scene:i,flows:e},t,n){let{layer:r,head:s,query:o,key:a,least:l}=n,c=a!==null;return{from:n.from??0,to:n.to??i.layers-1,head:!c&&r!==null&&s!==null?{layer:r,head:s}:null,token:c?null:o,least:(l??.02)*e.largest(t)}}function Jy({layer:i,head:e,query:t,key:n}){return i===null||e===null||t===null||n===null?null:{layer:i,head:e,query:t,key:n}}var Od=(i,e)=>i.layer===e.layer&&i.head===e.head&&i.query===e.query&&i.key===e.key;function Ky(i,{city:e,times:t,quantity:n},{arcs:r},s){let o=Jy(s),a=o&&i.flows.value(n,o.layer,o.head,o.query,o.key),c=o!==null&&a!==null&&a!==0&&o.key!==o.query&&!r.some(u=>Od(u,o))?[...r,{...o,value:a??0,rank:0}]:r,h=c.reduce((u,d)=>Math.max(u,Math.abs(d.value)),0)||1;return c.map(u=>Qy(e,t,u,Math.abs(u.value)/h,o!==null&&!Od(u,o)))}function Qy(i,e,t,n,r){let{layer:s,head:o,query:a,key:l,value:c}=t;return{curve:i.arc(t),value:c,share:n,width:yc(n),start:e.of("arc",s,a),isGhost:r,what:{kind:"arc",layer:s,head:o,token:null,query:a,key:l}}}var Dd=({grade:i})=>i!==Ki;function jy({scene:i},{city:e,times:t},{from:n,to:r}){let s=i.route.reduce((o,{relevance:a})=>Math.max(o,Math.abs(a)),0)||1;return i.route.filter(({layer:o})=>n<=o&&o<=r).map(o=>{let{layer:a,head:l,query:c,key:h}=o,u=Dd(i)?is.quiet:yc(Math.abs(o.relevance)/s)+is.route;return{curve:e.arc(o),link:o,width:u,start:t.of("arc",a,c),what:{kind:"link",layer:a,head:l,token:null,query:c,key:h}}})}var rf=0,Jc=1,sf=2;var Ts=1,of=2,Or=3,vi=0,Gt=1,hn=2,Wi=0,Dr=1,Kc=2,Qc=3,jc=4,af=5;var $i=100,lf=101,cf=102,hf=103,uf=104,df=200,ff=201,pf=202,mf=203,eh=204,th=205,gf=206,yf=207,xf=208,_f=209,vf=210,bf=211,Sf=212,Mf=213,wf=214,Ko=0,Qo=1,jo=2,Ar=3,ea=4,ta=5,na=6,ia=7,nh=0,Ef=1,Tf=2,Un=0,ih=1,rh=2,sh=3,oh=4,ah=5,lh=6,ch=7;var hh=300,qi=301,Ur=302,Ra=303,Pa=304,ra=1e3,Ln=1001,sa=1002,Rt=1003,Af=1004;var As=1005;var Ht=1006,Ia=1007;var Qn=1008;var jt=1009,uh=1010,dh=1011,Fr=1012,La=1013,Sn=1014,Mn=1015,wn=1016,Na=1017,Oa=1018,Xi=1020,fh=35902,ph=35899,mh=1021,gh=1022,En=1023,Jn=1026,jn=1027,yh=1028,Da=1029,bi=1030,Ua=1031;var Fa=1033,Cs=33776,Rs=33777,Ps=33778,Is=33779,Ba=35840,ka=35841,za=35842,Ha=35843,Ga=36196,Va=37492,Wa=37496,$a=37488,qa=37489,Ls=37490,Xa=37491,Ya=37808,Za=37809,Ja=37810,Ka=37811,Qa=37812,ja=37813,el=37814,tl=37815,nl=37816,il=37817,rl=37818,sl=37819,ol=37820,al=37821,ll=36492,cl=36494,hl=36495,ul=36283,dl=36284,Ns=36285,fl=36286;var hs=2300,oa=2301,Zo=2302,Wc=2303,$c=2400,qc=2401,Xc=2402;var Cf=3200;var xh=0,Rf=1,ei="",Jt="srgb",zi="srgb-linear",us="linear",Ke="srgb";var Jo=7680;var Pf=519,If=512,Lf=513,Nf=514,_h=515,Of=516,Df=517,vh=518,bh=519,Uf=35044;var Os="300 es",an=2e3,ds=2001;function e0(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function t0(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function fs(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function Ff(){let i=fs("canvas");return i.style.display="block",i}var Ud={},Cr=null;function Sh(...i){let e="THREE."+i.shift();Cr?Cr("log",e,...i):console.log(e,...i)}function Bf(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function Ie(...i){i=Bf(i);let e="THREE."+i.shift();if(Cr)Cr("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function Le(...i){i=Bf(i);let e="THREE."+i.shift();if(Cr)Cr("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function cs(...i){let e=i.join(" ");e in Ud||(Ud[e]=!0,Ie(...i))}function kf(i,e,t){return new Promise(function(n,r){function s(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:r();break;case i.TIMEOUT_EXPIRED:setTimeout(s,t);break;default:n()}}setTimeout(s,t)})}var zf={[Ko]:Ko,[jo]:na,[ea]:ea,[Ar]:ta,[Qo]:Qo,[na]:jo,[ia]:ia,[ta]:Ar},Nn=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let r=n[e];if(r!==void 0){let s=r.indexOf(t);s!==-1&&r.splice(s,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let r=n.slice(0);for(let s=0,o=r.length;s<o;s++)r[s].call(this,e);e.target=null}}},Dt=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var Mc=Math.PI/180,aa=180/Math.PI;function Ds(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return(Dt[i&255]+Dt[i>>8&255]+Dt[i>>16&255]+Dt[i>>24&255]+"-"+Dt[e&255]+Dt[e>>8&255]+"-"+Dt[e>>16&15|64]+Dt[e>>24&255]+"-"+Dt[t&63|128]+Dt[t>>8&255]+"-"+Dt[t>>16&255]+Dt[t>>24&255]+Dt[n&255]+Dt[n>>8&255]+Dt[n>>16&255]+Dt[n>>24&255]).toLowerCase()}function qe(i,e,t){return Math.max(e,Math.min(t,i))}function n0(i,e){return(i%e+e)%e}function wc(i,e,t){return(1-t)*i+t*e}function Hf(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function Mh(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function i0(i,e){if(e.constructor===Float32Array)return i;let t=Mh(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function r0(i,e){if(e.constructor===Float32Array)return i;let t=Mh(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var Ze=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6],this.y=r[1]*t+r[4]*n+r[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=qe(this.x,e.x,t.x),this.y=qe(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=qe(this.x,e,t),this.y=qe(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(qe(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(qe(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),r=Math.sin(t),s=this.x-e.x,o=this.y-e.y;return this.x=s*n-o*r+e.x,this.y=s*r+o*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},On=class{constructor(e=0,t=0,n=0,r=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=r}static slerpFlat(e,t,n,r,s,o,a){let l=n[r+0],c=n[r+1],h=n[r+2],u=n[r+3],d=s[o+0],f=s[o+1],g=s[o+2],v=s[o+3];if(u!==v||l!==d||c!==f||h!==g){let m=l*d+c*f+h*g+u*v;m<0&&(d=-d,f=-f,g=-g,v=-v,m=-m);let p=1-a;if(m<.9995){let b=Math.acos(m),C=Math.sin(b);p=Math.sin(p*b)/C,a=Math.sin(a*b)/C,l=l*p+d*a,c=c*p+f*a,h=h*p+g*a,u=u*p+v*a}else{l=l*p+d*a,c=c*p+f*a,h=h*p+g*a,u=u*p+v*a;let b=1/Math.sqrt(l*l+c*c+h*h+u*u);l*=b,c*=b,h*=b,u*=b}}e[t]=l,e[t+1]=c,e[t+2]=h,e[t+3]=u}static multiplyQuaternionsFlat(e,t,n,r,s,o){let a=n[r],l=n[r+1],c=n[r+2],h=n[r+3],u=s[o],d=s[o+1],f=s[o+2],g=s[o+3];return e[t]=a*g+h*u+l*f-c*d,e[t+1]=l*g+h*d+c*u-a*f,e[t+2]=c*g+h*f+a*d-l*u,e[t+3]=h*g-a*u-l*d-c*f,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,r){return this._x=e,this._y=t,this._z=n,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,r=e._y,s=e._z,o=e._order,a=Math.cos,l=Math.sin,c=a(n/2),h=a(r/2),u=a(s/2),d=l(n/2),f=l(r/2),g=l(s/2);switch(o){case"XYZ":this._x=d*h*u+c*f*g,this._y=c*f*u-d*h*g,this._z=c*h*g+d*f*u,this._w=c*h*u-d*f*g;break;case"YXZ":this._x=d*h*u+c*f*g,this._y=c*f*u-d*h*g,this._z=c*h*g-d*f*u,this._w=c*h*u+d*f*g;break;case"ZXY":this._x=d*h*u-c*f*g,this._y=c*f*u+d*h*g,this._z=c*h*g+d*f*u,this._w=c*h*u-d*f*g;break;case"ZYX":this._x=d*h*u-c*f*g,this._y=c*f*u+d*h*g,this._z=c*h*g-d*f*u,this._w=c*h*u+d*f*g;break;case"YZX":this._x=d*h*u+c*f*g,this._y=c*f*u+d*h*g,this._z=c*h*g-d*f*u,this._w=c*h*u-d*f*g;break;case"XZY":this._x=d*h*u-c*f*g,this._y=c*f*u-d*h*g,this._z=c*h*g+d*f*u,this._w=c*h*u+d*f*g;break;default:Ie("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,r=Math.sin(n);return this._x=e.x*r,this._y=e.y*r,this._z=e.z*r,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],r=t[4],s=t[8],o=t[1],a=t[5],l=t[9],c=t[2],h=t[6],u=t[10],d=n+a+u;if(d>0){let f=.5/Math.sqrt(d+1);this._w=.25/f,this._x=(h-l)*f,this._y=(s-c)*f,this._z=(o-r)*f}else if(n>a&&n>u){let f=2*Math.sqrt(1+n-a-u);this._w=(h-l)/f,this._x=.25*f,this._y=(r+o)/f,this._z=(s+c)/f}else if(a>u){let f=2*Math.sqrt(1+a-n-u);this._w=(s-c)/f,this._x=(r+o)/f,this._y=.25*f,this._z=(l+h)/f}else{let f=2*Math.sqrt(1+u-n-a);this._w=(o-r)/f,this._x=(s+c)/f,this._y=(l+h)/f,this._z=.25*f}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(qe(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let r=Math.min(1,t/n);return this.slerp(e,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,r=e._y,s=e._z,o=e._w,a=t._x,l=t._y,c=t._z,h=t._w;return this._x=n*h+o*a+r*c-s*l,this._y=r*h+o*l+s*a-n*c,this._z=s*h+o*c+n*l-r*a,this._w=o*h-n*a-r*l-s*c,this._onChangeCallback(),this}slerp(e,t){let n=e._x,r=e._y,s=e._z,o=e._w,a=this.dot(e);a<0&&(n=-n,r=-r,s=-s,o=-o,a=-a);let l=1-t;if(a<.9995){let c=Math.acos(a),h=Math.sin(c);l=Math.sin(l*c)/h,t=Math.sin(t*c)/h,this._x=this._x*l+n*t,this._y=this._y*l+r*t,this._z=this._z*l+s*t,this._w=this._w*l+o*t,this._onChangeCallback()}else this._x=this._x*l+n*t,this._y=this._y*l+r*t,this._z=this._z*l+s*t,this._w=this._w*l+o*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),r=Math.sqrt(1-n),s=Math.sqrt(n);return this.set(r*Math.sin(e),r*Math.cos(e),s*Math.sin(t),s*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},H=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(Fd.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(Fd.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,r=this.z,s=e.elements;return this.x=s[0]*t+s[3]*n+s[6]*r,this.y=s[1]*t+s[4]*n+s[7]*r,this.z=s[2]*t+s[5]*n+s[8]*r,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,r=this.z,s=e.elements,o=1/(s[3]*t+s[7]*n+s[11]*r+s[15]);return this.x=(s[0]*t+s[4]*n+s[8]*r+s[12])*o,this.y=(s[1]*t+s[5]*n+s[9]*r+s[13])*o,this.z=(s[2]*t+s[6]*n+s[10]*r+s[14])*o,this}applyQuaternion(e){let t=this.x,n=this.y,r=this.z,s=e.x,o=e.y,a=e.z,l=e.w,c=2*(o*r-a*n),h=2*(a*t-s*r),u=2*(s*n-o*t);return this.x=t+l*c+o*u-a*h,this.y=n+l*h+a*c-s*u,this.z=r+l*u+s*h-o*c,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,r=this.z,s=e.elements;return this.x=s[0]*t+s[4]*n+s[8]*r,this.y=s[1]*t+s[5]*n+s[9]*r,this.z=s[2]*t+s[6]*n+s[10]*r,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=qe(this.x,e.x,t.x),this.y=qe(this.y,e.y,t.y),this.z=qe(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=qe(this.x,e,t),this.y=qe(this.y,e,t),this.z=qe(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(qe(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,r=e.y,s=e.z,o=t.x,a=t.y,l=t.z;return this.x=r*l-s*a,this.y=s*o-n*l,this.z=n*a-r*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return Ec.copy(this).projectOnVector(e),this.sub(Ec)}reflect(e){return this.sub(Ec.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(qe(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,r=this.z-e.z;return t*t+n*n+r*r}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let r=Math.sin(t)*e;return this.x=r*Math.sin(n),this.y=Math.cos(t)*e,this.z=r*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),r=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=r,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Ec=new H,Fd=new On,Ne=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,r,s,o,a,l,c){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,r,s,o,a,l,c)}set(e,t,n,r,s,o,a,l,c){let h=this.elements;return h[0]=e,h[1]=r,h[2]=a,h[3]=t,h[4]=s,h[5]=l,h[6]=n,h[7]=o,h[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,r=t.elements,s=this.elements,o=n[0],a=n[3],l=n[6],c=n[1],h=n[4],u=n[7],d=n[2],f=n[5],g=n[8],v=r[0],m=r[3],p=r[6],b=r[1],C=r[4],w=r[7],A=r[2],E=r[5],y=r[8];return s[0]=o*v+a*b+l*A,s[3]=o*m+a*C+l*E,s[6]=o*p+a*w+l*y,s[1]=c*v+h*b+u*A,s[4]=c*m+h*C+u*E,s[7]=c*p+h*w+u*y,s[2]=d*v+f*b+g*A,s[5]=d*m+f*C+g*E,s[8]=d*p+f*w+g*y,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8];return t*o*h-t*a*c-n*s*h+n*a*l+r*s*c-r*o*l}invert(){let e=this.elements,t=e[0],n=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],u=h*o-a*c,d=a*l-h*s,f=c*s-o*l,g=t*u+n*d+r*f;if(g===0)return this.set(0,0,0,0,0,0,0,0,0);let v=1/g;return e[0]=u*v,e[1]=(r*c-h*n)*v,e[2]=(a*n-r*o)*v,e[3]=d*v,e[4]=(h*t-r*l)*v,e[5]=(r*s-a*t)*v,e[6]=f*v,e[7]=(n*l-c*t)*v,e[8]=(o*t-n*s)*v,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,r,s,o,a){let l=Math.cos(s),c=Math.sin(s);return this.set(n*l,n*c,-n*(l*o+c*a)+o+e,-r*c,r*l,-r*(-c*o+l*a)+a+t,0,0,1),this}scale(e,t){return cs("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(Tc.makeScale(e,t)),this}rotate(e){return cs("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(Tc.makeRotation(-e)),this}translate(e,t){return cs("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(Tc.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let r=0;r<9;r++)if(t[r]!==n[r])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},Tc=new Ne,Bd=new Ne().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),kd=new Ne().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function s0(){let i={enabled:!0,workingColorSpace:zi,spaces:{},convert:function(r,s,o){return this.enabled===!1||s===o||!s||!o||(this.spaces[s].transfer===Ke&&(r.r=Zn(r.r),r.g=Zn(r.g),r.b=Zn(r.b)),this.spaces[s].primaries!==this.spaces[o].primaries&&(r.applyMatrix3(this.spaces[s].toXYZ),r.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===Ke&&(r.r=Tr(r.r),r.g=Tr(r.g),r.b=Tr(r.b))),r},workingToColorSpace:function(r,s){return this.convert(r,this.workingColorSpace,s)},colorSpaceToWorking:function(r,s){return this.convert(r,s,this.workingColorSpace)},getPrimaries:function(r){return this.spaces[r].primaries},getTransfer:function(r){return r===ei?us:this.spaces[r].transfer},getToneMappingMode:function(r){return this.spaces[r].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(r,s=this.workingColorSpace){return r.fromArray(this.spaces[s].luminanceCoefficients)},define:function(r){Object.assign(this.spaces,r)},_getMatrix:function(r,s,o){return r.copy(this.spaces[o].fromXYZ).multiply(this.spaces[s].toXYZ)},_getDrawingBufferColorSpace:function(r){return this.spaces[r].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(r=this.workingColorSpace){return this.spaces[r].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[zi]:{primaries:e,whitePoint:n,transfer:us,toXYZ:Bd,fromXYZ:kd,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:Jt},outputColorSpaceConfig:{drawingBufferColorSpace:Jt}},[Jt]:{primaries:e,whitePoint:n,transfer:Ke,toXYZ:Bd,fromXYZ:kd,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:Jt}}}),i}var Ge=s0();function Zn(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function Tr(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var fr,la=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{fr===void 0&&(fr=fs("canvas")),fr.width=e.width,fr.height=e.height;let r=fr.getContext("2d");e instanceof ImageData?r.putImageData(e,0,0):r.drawImage(e,0,0,e.width,e.height),n=fr}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=fs("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let r=n.getImageData(0,0,e.width,e.height),s=r.data;for(let o=0;o<s.length;o++)s[o]=Zn(s[o]/255)*255;return n.putImageData(r,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(Zn(t[n]/255)*255):t[n]=Zn(t[n]);return{data:t,width:e.width,height:e.height}}else return Ie("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},o0=0,Rr=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:o0++}),this.uuid=Ds(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},r=this.data;if(r!==null){let s;if(Array.isArray(r)){s=[];for(let o=0,a=r.length;o<a;o++)r[o].isDataTexture?s.push(Ac(r[o].image)):s.push(Ac(r[o]))}else s=Ac(r);n.url=s}return t||(e.images[this.uuid]=n),n}};function Ac(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?la.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(Ie("Texture: Unable to serialize Texture."),{})}var a0=0,Cc=new H,qt=class i extends Nn{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=Ln,r=Ln,s=Ht,o=Qn,a=En,l=jt,c=i.DEFAULT_ANISOTROPY,h=ei){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:a0++}),this.uuid=Ds(),this.name="",this.source=new Rr(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=r,this.magFilter=s,this.minFilter=o,this.anisotropy=c,this.format=a,this.internalFormat=null,this.type=l,this.offset=new Ze(0,0),this.repeat=new Ze(1,1),this.center=new Ze(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new Ne,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=h,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(Cc).x}get height(){return this.source.getSize(Cc).y}get depth(){return this.source.getSize(Cc).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){Ie(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){Ie(`Texture.setValues(): property '${t}' does not exist.`);continue}r&&n&&r.isVector2&&n.isVector2||r&&n&&r.isVector3&&n.isVector3||r&&n&&r.isMatrix3&&n.isMatrix3?r.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==hh)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case ra:e.x=e.x-Math.floor(e.x);break;case Ln:e.x=e.x<0?0:1;break;case sa:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case ra:e.y=e.y-Math.floor(e.y);break;case Ln:e.y=e.y<0?0:1;break;case sa:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};qt.DEFAULT_IMAGE=null;qt.DEFAULT_MAPPING=hh;qt.DEFAULT_ANISOTROPY=1;var ht=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,r=1){this.x=e,this.y=t,this.z=n,this.w=r}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,r){return this.x=e,this.y=t,this.z=n,this.w=r,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,r=this.z,s=this.w,o=e.elements;return this.x=o[0]*t+o[4]*n+o[8]*r+o[12]*s,this.y=o[1]*t+o[5]*n+o[9]*r+o[13]*s,this.z=o[2]*t+o[6]*n+o[10]*r+o[14]*s,this.w=o[3]*t+o[7]*n+o[11]*r+o[15]*s,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,r,s,l=e.elements,c=l[0],h=l[4],u=l[8],d=l[1],f=l[5],g=l[9],v=l[2],m=l[6],p=l[10];if(Math.abs(h-d)<.01&&Math.abs(u-v)<.01&&Math.abs(g-m)<.01){if(Math.abs(h+d)<.1&&Math.abs(u+v)<.1&&Math.abs(g+m)<.1&&Math.abs(c+f+p-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let C=(c+1)/2,w=(f+1)/2,A=(p+1)/2,E=(h+d)/4,y=(u+v)/4,M=(g+m)/4;return C>w&&C>A?C<.01?(n=0,r=.707106781,s=.707106781):(n=Math.sqrt(C),r=E/n,s=y/n):w>A?w<.01?(n=.707106781,r=0,s=.707106781):(r=Math.sqrt(w),n=E/r,s=M/r):A<.01?(n=.707106781,r=.707106781,s=0):(s=Math.sqrt(A),n=y/s,r=M/s),this.set(n,r,s,t),this}let b=Math.sqrt((m-g)*(m-g)+(u-v)*(u-v)+(d-h)*(d-h));return Math.abs(b)<.001&&(b=1),this.x=(m-g)/b,this.y=(u-v)/b,this.z=(d-h)/b,this.w=Math.acos((c+f+p-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=qe(this.x,e.x,t.x),this.y=qe(this.y,e.y,t.y),this.z=qe(this.z,e.z,t.z),this.w=qe(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=qe(this.x,e,t),this.y=qe(this.y,e,t),this.z=qe(this.z,e,t),this.w=qe(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(qe(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},ca=class extends Nn{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Ht,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new ht(0,0,e,t),this.scissorTest=!1,this.viewport=new ht(0,0,e,t),this.textures=[];let r=n.count;for(let s=0;s<r;s++)this.textures[s]=new qt({width:e,height:t,depth:n.depth}),this.textures[s].isRenderTargetTexture=!0,this.textures[s].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:Ht,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let r=0,s=this.textures.length;r<s;r++)this.textures[r].image.width=e,this.textures[r].image.height=t,this.textures[r].image.depth=n,this.textures[r].isData3DTexture!==!0&&(this.textures[r].isArrayTexture=this.textures[r].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let r=Object.assign({},e.textures[t].image);this.textures[t].source=new Rr(r)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Kt=class extends ca{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},ps=class extends qt{constructor(e=null,t=1,n=1,r=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:r},this.magFilter=Rt,this.minFilter=Rt,this.wrapR=Ln,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var ha=class extends qt{constructor(e=null,t=1,n=1,r=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:r},this.magFilter=Rt,this.minFilter=Rt,this.wrapR=Ln,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var ft=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,r,s,o,a,l,c,h,u,d,f,g,v,m){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,r,s,o,a,l,c,h,u,d,f,g,v,m)}set(e,t,n,r,s,o,a,l,c,h,u,d,f,g,v,m){let p=this.elements;return p[0]=e,p[4]=t,p[8]=n,p[12]=r,p[1]=s,p[5]=o,p[9]=a,p[13]=l,p[2]=c,p[6]=h,p[10]=u,p[14]=d,p[3]=f,p[7]=g,p[11]=v,p[15]=m,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,r=1/pr.setFromMatrixColumn(e,0).length(),s=1/pr.setFromMatrixColumn(e,1).length(),o=1/pr.setFromMatrixColumn(e,2).length();return t[0]=n[0]*r,t[1]=n[1]*r,t[2]=n[2]*r,t[3]=0,t[4]=n[4]*s,t[5]=n[5]*s,t[6]=n[6]*s,t[7]=0,t[8]=n[8]*o,t[9]=n[9]*o,t[10]=n[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,r=e.y,s=e.z,o=Math.cos(n),a=Math.sin(n),l=Math.cos(r),c=Math.sin(r),h=Math.cos(s),u=Math.sin(s);if(e.order==="XYZ"){let d=o*h,f=o*u,g=a*h,v=a*u;t[0]=l*h,t[4]=-l*u,t[8]=c,t[1]=f+g*c,t[5]=d-v*c,t[9]=-a*l,t[2]=v-d*c,t[6]=g+f*c,t[10]=o*l}else if(e.order==="YXZ"){let d=l*h,f=l*u,g=c*h,v=c*u;t[0]=d+v*a,t[4]=g*a-f,t[8]=o*c,t[1]=o*u,t[5]=o*h,t[9]=-a,t[2]=f*a-g,t[6]=v+d*a,t[10]=o*l}else if(e.order==="ZXY"){let d=l*h,f=l*u,g=c*h,v=c*u;t[0]=d-v*a,t[4]=-o*u,t[8]=g+f*a,t[1]=f+g*a,t[5]=o*h,t[9]=v-d*a,t[2]=-o*c,t[6]=a,t[10]=o*l}else if(e.order==="ZYX"){let d=o*h,f=o*u,g=a*h,v=a*u;t[0]=l*h,t[4]=g*c-f,t[8]=d*c+v,t[1]=l*u,t[5]=v*c+d,t[9]=f*c-g,t[2]=-c,t[6]=a*l,t[10]=o*l}else if(e.order==="YZX"){let d=o*l,f=o*c,g=a*l,v=a*c;t[0]=l*h,t[4]=v-d*u,t[8]=g*u+f,t[1]=u,t[5]=o*h,t[9]=-a*h,t[2]=-c*h,t[6]=f*u+g,t[10]=d-v*u}else if(e.order==="XZY"){let d=o*l,f=o*c,g=a*l,v=a*c;t[0]=l*h,t[4]=-u,t[8]=c*h,t[1]=d*u+v,t[5]=o*h,t[9]=f*u-g,t[2]=g*u-f,t[6]=a*h,t[10]=v*u+d}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(l0,e,c0)}lookAt(e,t,n){let r=this.elements;return Yt.subVectors(e,t),Yt.lengthSq()===0&&(Yt.z=1),Yt.normalize(),li.crossVectors(n,Yt),li.lengthSq()===0&&(Math.abs(n.z)===1?Yt.x+=1e-4:Yt.z+=1e-4,Yt.normalize(),li.crossVectors(n,Yt)),li.normalize(),Ro.crossVectors(Yt,li),r[0]=li.x,r[4]=Ro.x,r[8]=Yt.x,r[1]=li.y,r[5]=Ro.y,r[9]=Yt.y,r[2]=li.z,r[6]=Ro.z,r[10]=Yt.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,r=t.elements,s=this.elements,o=n[0],a=n[4],l=n[8],c=n[12],h=n[1],u=n[5],d=n[9],f=n[13],g=n[2],v=n[6],m=n[10],p=n[14],b=n[3],C=n[7],w=n[11],A=n[15],E=r[0],y=r[4],M=r[8],B=r[12],I=r[1],N=r[5],z=r[9],X=r[13],P=r[2],$=r[6],K=r[10],G=r[14],ne=r[3],W=r[7],j=r[11],ee=r[15];return s[0]=o*E+a*I+l*P+c*ne,s[4]=o*y+a*N+l*$+c*W,s[8]=o*M+a*z+l*K+c*j,s[12]=o*B+a*X+l*G+c*ee,s[1]=h*E+u*I+d*P+f*ne,s[5]=h*y+u*N+d*$+f*W,s[9]=h*M+u*z+d*K+f*j,s[13]=h*B+u*X+d*G+f*ee,s[2]=g*E+v*I+m*P+p*ne,s[6]=g*y+v*N+m*$+p*W,s[10]=g*M+v*z+m*K+p*j,s[14]=g*B+v*X+m*G+p*ee,s[3]=b*E+C*I+w*P+A*ne,s[7]=b*y+C*N+w*$+A*W,s[11]=b*M+C*z+w*K+A*j,s[15]=b*B+C*X+w*G+A*ee,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],r=e[8],s=e[12],o=e[1],a=e[5],l=e[9],c=e[13],h=e[2],u=e[6],d=e[10],f=e[14],g=e[3],v=e[7],m=e[11],p=e[15],b=l*f-c*d,C=a*f-c*u,w=a*d-l*u,A=o*f-c*h,E=o*d-l*h,y=o*u-a*h;return t*(v*b-m*C+p*w)-n*(g*b-m*A+p*E)+r*(g*C-v*A+p*y)-s*(g*w-v*E+m*y)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],r=e[8],s=e[1],o=e[5],a=e[9],l=e[2],c=e[6],h=e[10];return t*(o*h-a*c)-n*(s*h-a*l)+r*(s*c-o*l)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let r=this.elements;return e.isVector3?(r[12]=e.x,r[13]=e.y,r[14]=e.z):(r[12]=e,r[13]=t,r[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],u=e[9],d=e[10],f=e[11],g=e[12],v=e[13],m=e[14],p=e[15],b=t*a-n*o,C=t*l-r*o,w=t*c-s*o,A=n*l-r*a,E=n*c-s*a,y=r*c-s*l,M=h*v-u*g,B=h*m-d*g,I=h*p-f*g,N=u*m-d*v,z=u*p-f*v,X=d*p-f*m,P=b*X-C*z+w*N+A*I-E*B+y*M;if(P===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let $=1/P;return e[0]=(a*X-l*z+c*N)*$,e[1]=(r*z-n*X-s*N)*$,e[2]=(v*y-m*E+p*A)*$,e[3]=(d*E-u*y-f*A)*$,e[4]=(l*I-o*X-c*B)*$,e[5]=(t*X-r*I+s*B)*$,e[6]=(m*w-g*y-p*C)*$,e[7]=(h*y-d*w+f*C)*$,e[8]=(o*z-a*I+c*M)*$,e[9]=(n*I-t*z-s*M)*$,e[10]=(g*E-v*w+p*b)*$,e[11]=(u*w-h*E-f*b)*$,e[12]=(a*B-o*N-l*M)*$,e[13]=(t*N-n*B+r*M)*$,e[14]=(v*C-g*A-m*b)*$,e[15]=(h*A-u*C+d*b)*$,this}scale(e){let t=this.elements,n=e.x,r=e.y,s=e.z;return t[0]*=n,t[4]*=r,t[8]*=s,t[1]*=n,t[5]*=r,t[9]*=s,t[2]*=n,t[6]*=r,t[10]*=s,t[3]*=n,t[7]*=r,t[11]*=s,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],r=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,r))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),r=Math.sin(t),s=1-n,o=e.x,a=e.y,l=e.z,c=s*o,h=s*a;return this.set(c*o+n,c*a-r*l,c*l+r*a,0,c*a+r*l,h*a+n,h*l-r*o,0,c*l-r*a,h*l+r*o,s*l*l+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,r,s,o){return this.set(1,n,s,0,e,1,o,0,t,r,1,0,0,0,0,1),this}compose(e,t,n){let r=this.elements,s=t._x,o=t._y,a=t._z,l=t._w,c=s+s,h=o+o,u=a+a,d=s*c,f=s*h,g=s*u,v=o*h,m=o*u,p=a*u,b=l*c,C=l*h,w=l*u,A=n.x,E=n.y,y=n.z;return r[0]=(1-(v+p))*A,r[1]=(f+w)*A,r[2]=(g-C)*A,r[3]=0,r[4]=(f-w)*E,r[5]=(1-(d+p))*E,r[6]=(m+b)*E,r[7]=0,r[8]=(g+C)*y,r[9]=(m-b)*y,r[10]=(1-(d+v))*y,r[11]=0,r[12]=e.x,r[13]=e.y,r[14]=e.z,r[15]=1,this}decompose(e,t,n){let r=this.elements;e.x=r[12],e.y=r[13],e.z=r[14];let s=this.determinantAffine();if(s===0)return n.set(1,1,1),t.identity(),this;let o=pr.set(r[0],r[1],r[2]).length(),a=pr.set(r[4],r[5],r[6]).length(),l=pr.set(r[8],r[9],r[10]).length();s<0&&(o=-o),gn.copy(this);let c=1/o,h=1/a,u=1/l;return gn.elements[0]*=c,gn.elements[1]*=c,gn.elements[2]*=c,gn.elements[4]*=h,gn.elements[5]*=h,gn.elements[6]*=h,gn.elements[8]*=u,gn.elements[9]*=u,gn.elements[10]*=u,t.setFromRotationMatrix(gn),n.x=o,n.y=a,n.z=l,this}makePerspective(e,t,n,r,s,o,a=an,l=!1){let c=this.elements,h=2*s/(t-e),u=2*s/(n-r),d=(t+e)/(t-e),f=(n+r)/(n-r),g,v;if(l)g=s/(o-s),v=o*s/(o-s);else if(a===an)g=-(o+s)/(o-s),v=-2*o*s/(o-s);else if(a===ds)g=-o/(o-s),v=-o*s/(o-s);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=d,c[12]=0,c[1]=0,c[5]=u,c[9]=f,c[13]=0,c[2]=0,c[6]=0,c[10]=g,c[14]=v,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(e,t,n,r,s,o,a=an,l=!1){let c=this.elements,h=2/(t-e),u=2/(n-r),d=-(t+e)/(t-e),f=-(n+r)/(n-r),g,v;if(l)g=1/(o-s),v=o/(o-s);else if(a===an)g=-2/(o-s),v=-(o+s)/(o-s);else if(a===ds)g=-1/(o-s),v=-s/(o-s);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=0,c[12]=d,c[1]=0,c[5]=u,c[9]=0,c[13]=f,c[2]=0,c[6]=0,c[10]=g,c[14]=v,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let r=0;r<16;r++)if(t[r]!==n[r])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},pr=new H,gn=new ft,l0=new H(0,0,0),c0=new H(1,1,1),li=new H,Ro=new H,Yt=new H,zd=new ft,Hd=new On,pi=class i{constructor(e=0,t=0,n=0,r=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=r}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,r=this._order){return this._x=e,this._y=t,this._z=n,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let r=e.elements,s=r[0],o=r[4],a=r[8],l=r[1],c=r[5],h=r[9],u=r[2],d=r[6],f=r[10];switch(t){case"XYZ":this._y=Math.asin(qe(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-h,f),this._z=Math.atan2(-o,s)):(this._x=Math.atan2(d,c),this._z=0);break;case"YXZ":this._x=Math.asin(-qe(h,-1,1)),Math.abs(h)<.9999999?(this._y=Math.atan2(a,f),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-u,s),this._z=0);break;case"ZXY":this._x=Math.asin(qe(d,-1,1)),Math.abs(d)<.9999999?(this._y=Math.atan2(-u,f),this._z=Math.atan2(-o,c)):(this._y=0,this._z=Math.atan2(l,s));break;case"ZYX":this._y=Math.asin(-qe(u,-1,1)),Math.abs(u)<.9999999?(this._x=Math.atan2(d,f),this._z=Math.atan2(l,s)):(this._x=0,this._z=Math.atan2(-o,c));break;case"YZX":this._z=Math.asin(qe(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-h,c),this._y=Math.atan2(-u,s)):(this._x=0,this._y=Math.atan2(a,f));break;case"XZY":this._z=Math.asin(-qe(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(d,c),this._y=Math.atan2(a,s)):(this._x=Math.atan2(-h,f),this._y=0);break;default:Ie("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return zd.makeRotationFromQuaternion(e),this.setFromRotationMatrix(zd,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Hd.setFromEuler(this),this.setFromQuaternion(Hd,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};pi.DEFAULT_ORDER="XYZ";var ms=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},h0=0,Gd=new H,mr=new On,Wn=new ft,Po=new H,ss=new H,u0=new H,d0=new On,Vd=new H(1,0,0),Wd=new H(0,1,0),$d=new H(0,0,1),qd={type:"added"},f0={type:"removed"},gr={type:"childadded",child:null},Rc={type:"childremoved",child:null},ln=class i extends Nn{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:h0++}),this.uuid=Ds(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new H,t=new pi,n=new On,r=new H(1,1,1);function s(){n.setFromEuler(t,!1)}function o(){t.setFromQuaternion(n,void 0,!1)}t._onChange(s),n._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:r},modelViewMatrix:{value:new ft},normalMatrix:{value:new Ne}}),this.matrix=new ft,this.matrixWorld=new ft,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new ms,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return mr.setFromAxisAngle(e,t),this.quaternion.multiply(mr),this}rotateOnWorldAxis(e,t){return mr.setFromAxisAngle(e,t),this.quaternion.premultiply(mr),this}rotateX(e){return this.rotateOnAxis(Vd,e)}rotateY(e){return this.rotateOnAxis(Wd,e)}rotateZ(e){return this.rotateOnAxis($d,e)}translateOnAxis(e,t){return Gd.copy(e).applyQuaternion(this.quaternion),this.position.add(Gd.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(Vd,e)}translateY(e){return this.translateOnAxis(Wd,e)}translateZ(e){return this.translateOnAxis($d,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(Wn.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?Po.copy(e):Po.set(e,t,n);let r=this.parent;this.updateWorldMatrix(!0,!1),ss.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?Wn.lookAt(ss,Po,this.up):Wn.lookAt(Po,ss,this.up),this.quaternion.setFromRotationMatrix(Wn),r&&(Wn.extractRotation(r.matrixWorld),mr.setFromRotationMatrix(Wn),this.quaternion.premultiply(mr.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(Le("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(qd),gr.child=e,this.dispatchEvent(gr),gr.child=null):Le("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(f0),Rc.child=e,this.dispatchEvent(Rc),Rc.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),Wn.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),Wn.multiply(e.parent.matrixWorld)),e.applyMatrix4(Wn),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(qd),gr.child=e,this.dispatchEvent(gr),gr.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,r=this.children.length;n<r;n++){let o=this.children[n].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let r=this.children;for(let s=0,o=r.length;s<o;s++)r[s].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ss,e,u0),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ss,d0,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,r=e.z,s=this.matrix.elements;s[12]+=t-s[0]*t-s[4]*n-s[8]*r,s[13]+=n-s[1]*t-s[5]*n-s[9]*r,s[14]+=r-s[2]*t-s[6]*n-s[10]*r}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let r=this.parent;if(e===!0&&r!==null&&r.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let s=this.children;for(let o=0,a=s.length;o<a;o++)s[o].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let r={};r.uuid=this.uuid,r.type=this.type,r.name=this.name,r.castShadow=this.castShadow,r.receiveShadow=this.receiveShadow,r.visible=this.visible,r.frustumCulled=this.frustumCulled,r.renderOrder=this.renderOrder,r.static=this.static,r.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.pivot!==null&&(r.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(r.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(r.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(r.type="InstancedMesh",r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type="BatchedMesh",r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(a=>({...a})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(e),r.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function s(a,l){return a[l.uuid]===void 0&&(a[l.uuid]=l.toJSON(e)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=s(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let l=a.shapes;if(Array.isArray(l))for(let c=0,h=l.length;c<h;c++){let u=l[c];s(e.shapes,u)}else s(e.shapes,l)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(s(e.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let l=0,c=this.material.length;l<c;l++)a.push(s(e.materials,this.material[l]));r.material=a}else r.material=s(e.materials,this.material);if(this.children.length>0){r.children=[];for(let a=0;a<this.children.length;a++)r.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){r.animations=[];for(let a=0;a<this.animations.length;a++){let l=this.animations[a];r.animations.push(s(e.animations,l))}}if(t){let a=o(e.geometries),l=o(e.materials),c=o(e.textures),h=o(e.images),u=o(e.shapes),d=o(e.skeletons),f=o(e.animations),g=o(e.nodes);a.length>0&&(n.geometries=a),l.length>0&&(n.materials=l),c.length>0&&(n.textures=c),h.length>0&&(n.images=h),u.length>0&&(n.shapes=u),d.length>0&&(n.skeletons=d),f.length>0&&(n.animations=f),g.length>0&&(n.nodes=g)}return n.object=r,n;function o(a){let l=[];for(let c in a){let h=a[c];delete h.metadata,l.push(h)}return l}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let r=e.children[n];this.add(r.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};ln.DEFAULT_UP=new H(0,1,0);ln.DEFAULT_MATRIX_AUTO_UPDATE=!0;ln.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var ki=class extends ln{constructor(){super(),this.isGroup=!0,this.type="Group"}},p0={type:"move"},Pr=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new ki,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new ki,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new H,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new H),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new ki,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new H,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new H,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let r=null,s=null,o=null,a=this._targetRay,l=this._grip,c=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(c&&e.hand){o=!0;for(let v of e.hand.values()){let m=t.getJointPose(v,n),p=this._getHandJoint(c,v);m!==null&&(p.matrix.fromArray(m.transform.matrix),p.matrix.decompose(p.position,p.quaternion,p.scale),p.matrixWorldNeedsUpdate=!0,p.jointRadius=m.radius),p.visible=m!==null}let h=c.joints["index-finger-tip"],u=c.joints["thumb-tip"],d=h.position.distanceTo(u.position),f=.02,g=.005;c.inputState.pinching&&d>f+g?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!c.inputState.pinching&&d<=f-g&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else l!==null&&e.gripSpace&&(s=t.getPose(e.gripSpace,n),s!==null&&(l.matrix.fromArray(s.transform.matrix),l.matrix.decompose(l.position,l.quaternion,l.scale),l.matrixWorldNeedsUpdate=!0,s.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(s.linearVelocity)):l.hasLinearVelocity=!1,s.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(s.angularVelocity)):l.hasAngularVelocity=!1,l.eventsEnabled&&l.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(r=t.getPose(e.targetRaySpace,n),r===null&&s!==null&&(r=s),r!==null&&(a.matrix.fromArray(r.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,r.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(r.linearVelocity)):a.hasLinearVelocity=!1,r.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(r.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(p0)))}return a!==null&&(a.visible=r!==null),l!==null&&(l.visible=s!==null),c!==null&&(c.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new ki;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},Gf={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},ci={h:0,s:0,l:0},Io={h:0,s:0,l:0};function Pc(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var Xe=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let r=e;r&&r.isColor?this.copy(r):typeof r=="number"?this.setHex(r):typeof r=="string"&&this.setStyle(r)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=Jt){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,Ge.colorSpaceToWorking(this,t),this}setRGB(e,t,n,r=Ge.workingColorSpace){return this.r=e,this.g=t,this.b=n,Ge.colorSpaceToWorking(this,r),this}setHSL(e,t,n,r=Ge.workingColorSpace){if(e=n0(e,1),t=qe(t,0,1),n=qe(n,0,1),t===0)this.r=this.g=this.b=n;else{let s=n<=.5?n*(1+t):n+t-n*t,o=2*n-s;this.r=Pc(o,s,e+1/3),this.g=Pc(o,s,e),this.b=Pc(o,s,e-1/3)}return Ge.colorSpaceToWorking(this,r),this}setStyle(e,t=Jt){function n(s){s!==void 0&&parseFloat(s)<1&&Ie("Color: Alpha component of "+e+" will be ignored.")}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(e)){let s,o=r[1],a=r[2];switch(o){case"rgb":case"rgba":if(s=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(s[4]),this.setRGB(Math.min(255,parseInt(s[1],10))/255,Math.min(255,parseInt(s[2],10))/255,Math.min(255,parseInt(s[3],10))/255,t);if(s=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(s[4]),this.setRGB(Math.min(100,parseFloat(s[1]))/100,Math.min(100,parseFloat(s[2]))/100,Math.min(100,parseFloat(s[3]))/100,t);break;case"hsl":case"hsla":if(s=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(s[4]),this.setHSL(parseFloat(s[1])/360,parseFloat(s[2])/100,parseFloat(s[3])/100,t);break;default:Ie("Color: Unknown color model "+e)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(e)){let s=r[1],o=s.length;if(o===3)return this.setRGB(parseInt(s.charAt(0),16)/15,parseInt(s.charAt(1),16)/15,parseInt(s.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(s,16),t);Ie("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=Jt){let n=Gf[e.toLowerCase()];return n!==void 0?this.setHex(n,t):Ie("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=Zn(e.r),this.g=Zn(e.g),this.b=Zn(e.b),this}copyLinearToSRGB(e){return this.r=Tr(e.r),this.g=Tr(e.g),this.b=Tr(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=Jt){return Ge.workingToColorSpace(Ut.copy(this),e),Math.round(qe(Ut.r*255,0,255))*65536+Math.round(qe(Ut.g*255,0,255))*256+Math.round(qe(Ut.b*255,0,255))}getHexString(e=Jt){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=Ge.workingColorSpace){Ge.workingToColorSpace(Ut.copy(this),t);let n=Ut.r,r=Ut.g,s=Ut.b,o=Math.max(n,r,s),a=Math.min(n,r,s),l,c,h=(a+o)/2;if(a===o)l=0,c=0;else{let u=o-a;switch(c=h<=.5?u/(o+a):u/(2-o-a),o){case n:l=(r-s)/u+(r<s?6:0);break;case r:l=(s-n)/u+2;break;case s:l=(n-r)/u+4;break}l/=6}return e.h=l,e.s=c,e.l=h,e}getRGB(e,t=Ge.workingColorSpace){return Ge.workingToColorSpace(Ut.copy(this),t),e.r=Ut.r,e.g=Ut.g,e.b=Ut.b,e}getStyle(e=Jt){Ge.workingToColorSpace(Ut.copy(this),e);let t=Ut.r,n=Ut.g,r=Ut.b;return e!==Jt?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${r.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(r*255)})`}offsetHSL(e,t,n){return this.getHSL(ci),this.setHSL(ci.h+e,ci.s+t,ci.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL(ci),e.getHSL(Io);let n=wc(ci.h,Io.h,t),r=wc(ci.s,Io.s,t),s=wc(ci.l,Io.l,t);return this.setHSL(n,r,s),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,r=this.b,s=e.elements;return this.r=s[0]*t+s[3]*n+s[6]*r,this.g=s[1]*t+s[4]*n+s[7]*r,this.b=s[2]*t+s[5]*n+s[8]*r,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Ut=new Xe;Xe.NAMES=Gf;var gs=class extends ln{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new pi,this.environmentIntensity=1,this.environmentRotation=new pi,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},yn=new H,$n=new H,Ic=new H,qn=new H,yr=new H,xr=new H,Xd=new H,Lc=new H,Nc=new H,Oc=new H,Dc=new ht,Uc=new ht,Fc=new ht,fi=class i{constructor(e=new H,t=new H,n=new H){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,r){r.subVectors(n,t),yn.subVectors(e,t),r.cross(yn);let s=r.lengthSq();return s>0?r.multiplyScalar(1/Math.sqrt(s)):r.set(0,0,0)}static getBarycoord(e,t,n,r,s){yn.subVectors(r,t),$n.subVectors(n,t),Ic.subVectors(e,t);let o=yn.dot(yn),a=yn.dot($n),l=yn.dot(Ic),c=$n.dot($n),h=$n.dot(Ic),u=o*c-a*a;if(u===0)return s.set(0,0,0),null;let d=1/u,f=(c*l-a*h)*d,g=(o*h-a*l)*d;return s.set(1-f-g,g,f)}static containsPoint(e,t,n,r){return this.getBarycoord(e,t,n,r,qn)===null?!1:qn.x>=0&&qn.y>=0&&qn.x+qn.y<=1}static getInterpolation(e,t,n,r,s,o,a,l){return this.getBarycoord(e,t,n,r,qn)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(s,qn.x),l.addScaledVector(o,qn.y),l.addScaledVector(a,qn.z),l)}static getInterpolatedAttribute(e,t,n,r,s,o){return Dc.setScalar(0),Uc.setScalar(0),Fc.setScalar(0),Dc.fromBufferAttribute(e,t),Uc.fromBufferAttribute(e,n),Fc.fromBufferAttribute(e,r),o.setScalar(0),o.addScaledVector(Dc,s.x),o.addScaledVector(Uc,s.y),o.addScaledVector(Fc,s.z),o}static isFrontFacing(e,t,n,r){return yn.subVectors(n,t),$n.subVectors(e,t),yn.cross($n).dot(r)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,r){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[r]),this}setFromAttributeAndIndices(e,t,n,r){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,r),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return yn.subVectors(this.c,this.b),$n.subVectors(this.a,this.b),yn.cross($n).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,r,s){return i.getInterpolation(e,this.a,this.b,this.c,t,n,r,s)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,r=this.b,s=this.c,o,a;yr.subVectors(r,n),xr.subVectors(s,n),Lc.subVectors(e,n);let l=yr.dot(Lc),c=xr.dot(Lc);if(l<=0&&c<=0)return t.copy(n);Nc.subVectors(e,r);let h=yr.dot(Nc),u=xr.dot(Nc);if(h>=0&&u<=h)return t.copy(r);let d=l*u-h*c;if(d<=0&&l>=0&&h<=0&&l-h>0)return o=l/(l-h),t.copy(n).addScaledVector(yr,o);Oc.subVectors(e,s);let f=yr.dot(Oc),g=xr.dot(Oc);if(g>=0&&f<=g)return t.copy(s);let v=f*c-l*g;if(v<=0&&c>=0&&g<=0)return a=c/(c-g),t.copy(n).addScaledVector(xr,a);let m=h*g-f*u;if(m<=0&&u-h>=0&&f-g>=0)return Xd.subVectors(s,r),a=(u-h)/(u-h+(f-g)),t.copy(r).addScaledVector(Xd,a);let p=1/(m+v+d);return o=v*p,a=d*p,t.copy(n).addScaledVector(yr,o).addScaledVector(xr,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},mi=class{constructor(e=new H(1/0,1/0,1/0),t=new H(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(xn.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(xn.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=xn.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let s=n.getAttribute("position");if(t===!0&&s!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=s.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,xn):xn.fromBufferAttribute(s,o),xn.applyMatrix4(e.matrixWorld),this.expandByPoint(xn);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),Lo.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),Lo.copy(n.boundingBox)),Lo.applyMatrix4(e.matrixWorld),this.union(Lo)}let r=e.children;for(let s=0,o=r.length;s<o;s++)this.expandByObject(r[s],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,xn),xn.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(os),No.subVectors(this.max,os),_r.subVectors(e.a,os),vr.subVectors(e.b,os),br.subVectors(e.c,os),hi.subVectors(vr,_r),ui.subVectors(br,vr),Di.subVectors(_r,br);let t=[0,-hi.z,hi.y,0,-ui.z,ui.y,0,-Di.z,Di.y,hi.z,0,-hi.x,ui.z,0,-ui.x,Di.z,0,-Di.x,-hi.y,hi.x,0,-ui.y,ui.x,0,-Di.y,Di.x,0];return!Bc(t,_r,vr,br,No)||(t=[1,0,0,0,1,0,0,0,1],!Bc(t,_r,vr,br,No))?!1:(Oo.crossVectors(hi,ui),t=[Oo.x,Oo.y,Oo.z],Bc(t,_r,vr,br,No))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,xn).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(xn).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(Xn[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),Xn[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),Xn[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),Xn[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),Xn[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),Xn[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),Xn[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),Xn[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(Xn),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},Xn=[new H,new H,new H,new H,new H,new H,new H,new H],xn=new H,Lo=new mi,_r=new H,vr=new H,br=new H,hi=new H,ui=new H,Di=new H,os=new H,No=new H,Oo=new H,Ui=new H;function Bc(i,e,t,n,r){for(let s=0,o=i.length-3;s<=o;s+=3){Ui.fromArray(i,s);let a=r.x*Math.abs(Ui.x)+r.y*Math.abs(Ui.y)+r.z*Math.abs(Ui.z),l=e.dot(Ui),c=t.dot(Ui),h=n.dot(Ui);if(Math.max(-Math.max(l,c,h),Math.min(l,c,h))>a)return!1}return!0}var gt=new H,Do=new Ze,m0=0,vn=class extends Nn{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:m0++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=Uf,this.updateRanges=[],this.gpuType=Mn,this.version=0,this._normalizationScale=e!==void 0?Mh(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let r=0,s=this.itemSize;r<s;r++)this.array[e+r]=t.array[n+r];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)Do.fromBufferAttribute(this,t),Do.applyMatrix3(e),this.setXY(t,Do.x,Do.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)gt.fromBufferAttribute(this,t),gt.applyMatrix3(e),this.setXYZ(t,gt.x,gt.y,gt.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)gt.fromBufferAttribute(this,t),gt.applyMatrix4(e),this.setXYZ(t,gt.x,gt.y,gt.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)gt.fromBufferAttribute(this,t),gt.applyNormalMatrix(e),this.setXYZ(t,gt.x,gt.y,gt.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)gt.fromBufferAttribute(this,t),gt.transformDirection(e),this.setXYZ(t,gt.x,gt.y,gt.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=r,this}setXYZW(e,t,n,r,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),r=this._normalize(r),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=r,this.array[e+3]=s,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):i0(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):r0(e,this.array)}};var ys=class extends vn{constructor(e,t,n){super(new Uint16Array(e),t,n)}};var xs=class extends vn{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var $t=class extends vn{constructor(e,t,n){super(new Float32Array(e),t,n)}},g0=new mi,as=new H,kc=new H,Ir=class{constructor(e=new H,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):g0.setFromPoints(e).getCenter(n);let r=0;for(let s=0,o=e.length;s<o;s++)r=Math.max(r,n.distanceToSquared(e[s]));return this.radius=Math.sqrt(r),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;as.subVectors(e,this.center);let t=as.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),r=(n-this.radius)*.5;this.center.addScaledVector(as,r/n),this.radius+=r}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(kc.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(as.copy(e.center).add(kc)),this.expandByPoint(as.copy(e.center).sub(kc))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},y0=0,on=new ft,zc=new ln,Sr=new H,Zt=new mi,ls=new mi,Ct=new H,bn=class i extends Nn{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:y0++}),this.uuid=Ds(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(e0(e)?xs:ys)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let s=new Ne().getNormalMatrix(e);n.applyNormalMatrix(s),n.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(e),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return on.makeRotationFromQuaternion(e),this.applyMatrix4(on),this}rotateX(e){return on.makeRotationX(e),this.applyMatrix4(on),this}rotateY(e){return on.makeRotationY(e),this.applyMatrix4(on),this}rotateZ(e){return on.makeRotationZ(e),this.applyMatrix4(on),this}translate(e,t,n){return on.makeTranslation(e,t,n),this.applyMatrix4(on),this}scale(e,t,n){return on.makeScale(e,t,n),this.applyMatrix4(on),this}lookAt(e){return zc.lookAt(e),zc.updateMatrix(),this.applyMatrix4(zc.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(Sr).negate(),this.translate(Sr.x,Sr.y,Sr.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let r=0,s=e.length;r<s;r++){let o=e[r];n.push(o.x,o.y,o.z||0)}this.setAttribute("position",new $t(n,3))}else{let n=Math.min(e.length,t.count);for(let r=0;r<n;r++){let s=e[r];t.setXYZ(r,s.x,s.y,s.z||0)}e.length>t.count&&Ie("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new mi);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Le("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new H(-1/0,-1/0,-1/0),new H(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,r=t.length;n<r;n++){let s=t[n];Zt.setFromBufferAttribute(s),this.morphTargetsRelative?(Ct.addVectors(this.boundingBox.min,Zt.min),this.boundingBox.expandByPoint(Ct),Ct.addVectors(this.boundingBox.max,Zt.max),this.boundingBox.expandByPoint(Ct)):(this.boundingBox.expandByPoint(Zt.min),this.boundingBox.expandByPoint(Zt.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&Le('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Ir);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Le("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new H,1/0);return}if(e){let n=this.boundingSphere.center;if(Zt.setFromBufferAttribute(e),t)for(let s=0,o=t.length;s<o;s++){let a=t[s];ls.setFromBufferAttribute(a),this.morphTargetsRelative?(Ct.addVectors(Zt.min,ls.min),Zt.expandByPoint(Ct),Ct.addVectors(Zt.max,ls.max),Zt.expandByPoint(Ct)):(Zt.expandByPoint(ls.min),Zt.expandByPoint(ls.max))}Zt.getCenter(n);let r=0;for(let s=0,o=e.count;s<o;s++)Ct.fromBufferAttribute(e,s),r=Math.max(r,n.distanceToSquared(Ct));if(t)for(let s=0,o=t.length;s<o;s++){let a=t[s],l=this.morphTargetsRelative;for(let c=0,h=a.count;c<h;c++)Ct.fromBufferAttribute(a,c),l&&(Sr.fromBufferAttribute(e,c),Ct.add(Sr)),r=Math.max(r,n.distanceToSquared(Ct))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&Le('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){Le("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,r=t.normal,s=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==n.count)&&(o=new vn(new Float32Array(4*n.count),4),this.setAttribute("tangent",o));let a=[],l=[],c=new Uint8Array(n.count);for(let B=0;B<n.count;B++)a[B]=new H,l[B]=new H;let h=new H,u=new H,d=new H,f=new Ze,g=new Ze,v=new Ze,m=new H,p=new H;function b(B,I,N){c[B]=c[I]=c[N]=1,h.fromBufferAttribute(n,B),u.fromBufferAttribute(n,I),d.fromBufferAttribute(n,N),f.fromBufferAttribute(s,B),g.fromBufferAttribute(s,I),v.fromBufferAttribute(s,N),u.sub(h),d.sub(h),g.sub(f),v.sub(f);let z=1/(g.x*v.y-v.x*g.y);isFinite(z)&&(m.copy(u).multiplyScalar(v.y).addScaledVector(d,-g.y).multiplyScalar(z),p.copy(d).multiplyScalar(g.x).addScaledVector(u,-v.x).multiplyScalar(z),a[B].add(m),a[I].add(m),a[N].add(m),l[B].add(p),l[I].add(p),l[N].add(p))}let C=this.groups;C.length===0&&(C=[{start:0,count:e.count}]);for(let B=0,I=C.length;B<I;++B){let N=C[B],z=N.start,X=N.count;for(let P=z,$=z+X;P<$;P+=3)b(e.getX(P+0),e.getX(P+1),e.getX(P+2))}let w=new H,A=new H,E=new H,y=new H;function M(B){E.fromBufferAttribute(r,B),y.copy(E);let I=a[B];w.copy(I),w.sub(E.multiplyScalar(E.dot(I))).normalize(),A.crossVectors(y,I);let z=A.dot(l[B])<0?-1:1;o.setXYZW(B,w.x,w.y,w.z,z)}for(let B=0,I=n.count;B<I;++B)c[B]&&M(B);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new vn(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let d=0,f=n.count;d<f;d++)n.setXYZ(d,0,0,0);let r=new H,s=new H,o=new H,a=new H,l=new H,c=new H,h=new H,u=new H;if(e)for(let d=0,f=e.count;d<f;d+=3){let g=e.getX(d+0),v=e.getX(d+1),m=e.getX(d+2);r.fromBufferAttribute(t,g),s.fromBufferAttribute(t,v),o.fromBufferAttribute(t,m),h.subVectors(o,s),u.subVectors(r,s),h.cross(u),a.fromBufferAttribute(n,g),l.fromBufferAttribute(n,v),c.fromBufferAttribute(n,m),a.add(h),l.add(h),c.add(h),n.setXYZ(g,a.x,a.y,a.z),n.setXYZ(v,l.x,l.y,l.z),n.setXYZ(m,c.x,c.y,c.z)}else for(let d=0,f=t.count;d<f;d+=3)r.fromBufferAttribute(t,d+0),s.fromBufferAttribute(t,d+1),o.fromBufferAttribute(t,d+2),h.subVectors(o,s),u.subVectors(r,s),h.cross(u),n.setXYZ(d+0,h.x,h.y,h.z),n.setXYZ(d+1,h.x,h.y,h.z),n.setXYZ(d+2,h.x,h.y,h.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)Ct.fromBufferAttribute(e,t),Ct.normalize(),e.setXYZ(t,Ct.x,Ct.y,Ct.z)}toNonIndexed(){function e(a,l){let c=a.array,h=a.itemSize,u=a.normalized,d=new c.constructor(l.length*h),f=0,g=0;for(let v=0,m=l.length;v<m;v++){a.isInterleavedBufferAttribute?f=l[v]*a.data.stride+a.offset:f=l[v]*h;for(let p=0;p<h;p++)d[g++]=c[f++]}return new vn(d,h,u)}if(this.index===null)return Ie("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,r=this.attributes;for(let a in r){let l=r[a],c=e(l,n);t.setAttribute(a,c)}let s=this.morphAttributes;for(let a in s){let l=[],c=s[a];for(let h=0,u=c.length;h<u;h++){let d=c[h],f=e(d,n);l.push(f)}t.morphAttributes[a]=l}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,l=o.length;a<l;a++){let c=o[a];t.addGroup(c.start,c.count,c.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(e[c]=l[c]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let l in n){let c=n[l];e.data.attributes[l]=c.toJSON(e.data)}let r={},s=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],h=[];for(let u=0,d=c.length;u<d;u++){let f=c[u];h.push(f.toJSON(e.data))}h.length>0&&(r[l]=h,s=!0)}s&&(e.data.morphAttributes=r,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let r=e.attributes;for(let c in r){let h=r[c];this.setAttribute(c,h.clone(t))}let s=e.morphAttributes;for(let c in s){let h=[],u=s[c];for(let d=0,f=u.length;d<f;d++)h.push(u[d].clone(t));this.morphAttributes[c]=h}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let c=0,h=o.length;c<h;c++){let u=o[c];this.addGroup(u.start,u.count,u.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let l=e.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var Hc=new H,x0=new H,_0=new Ne,_n=class{constructor(e=new H(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,r){return this.normal.set(e,t,n),this.constant=r,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let r=Hc.subVectors(n,t).cross(x0.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(r,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let r=e.delta(Hc),s=this.normal.dot(r);if(s===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/s;return n===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(r,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||_0.getNormalMatrix(e),r=this.coplanarPoint(Hc).applyMatrix4(e),s=this.normal.applyMatrix3(n).normalize();return this.constant=-r.dot(s),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},v0=0,Hi=class extends Nn{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:v0++}),this.uuid=Ds(),this.name="",this.type="Material",this.blending=Dr,this.side=vi,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=eh,this.blendDst=th,this.blendEquation=$i,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new Xe(0,0,0),this.blendAlpha=0,this.depthFunc=Ar,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Pf,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=Jo,this.stencilZFail=Jo,this.stencilZPass=Jo,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){Ie(`Material: parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){Ie(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}r&&r.isColor?r.set(n):r&&r.isVector2&&n&&n.isVector2||r&&r.isEuler&&n&&n.isEuler||r&&r.isVector3&&n&&n.isVector3?r.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(s=>s.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function r(s){let o=[];for(let a in s){let l=s[a];delete l.metadata,o.push(l)}return o}if(t){let s=r(e.textures),o=r(e.images);s.length>0&&(n.textures=s),o.length>0&&(n.images=o)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new Xe().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new _n().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new Ze().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new Ze().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let r=t.length;n=new Array(r);for(let s=0;s!==r;++s)n[s]=t[s].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var Yn=new H,Gc=new H,Uo=new H,Fo=new H,ua=class{constructor(e=new H,t=new H(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,Yn)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=Yn.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(Yn.copy(this.origin).addScaledVector(this.direction,t),Yn.distanceToSquared(e))}distanceSqToSegment(e,t,n,r){Gc.copy(e).add(t).multiplyScalar(.5),Uo.copy(t).sub(e).normalize(),Fo.copy(this.origin).sub(Gc);let s=e.distanceTo(t)*.5,o=-this.direction.dot(Uo),a=Fo.dot(this.direction),l=-Fo.dot(Uo),c=Fo.lengthSq(),h=Math.abs(1-o*o),u,d,f,g;if(h>0)if(u=o*l-a,d=o*a-l,g=s*h,u>=0)if(d>=-g)if(d<=g){let v=1/h;u*=v,d*=v,f=u*(u+o*d+2*a)+d*(o*u+d+2*l)+c}else d=s,u=Math.max(0,-(o*d+a)),f=-u*u+d*(d+2*l)+c;else d=-s,u=Math.max(0,-(o*d+a)),f=-u*u+d*(d+2*l)+c;else d<=-g?(u=Math.max(0,-(-o*s+a)),d=u>0?-s:Math.min(Math.max(-s,-l),s),f=-u*u+d*(d+2*l)+c):d<=g?(u=0,d=Math.min(Math.max(-s,-l),s),f=d*(d+2*l)+c):(u=Math.max(0,-(o*s+a)),d=u>0?s:Math.min(Math.max(-s,-l),s),f=-u*u+d*(d+2*l)+c);else d=o>0?-s:s,u=Math.max(0,-(o*d+a)),f=-u*u+d*(d+2*l)+c;return n&&n.copy(this.origin).addScaledVector(this.direction,u),r&&r.copy(Gc).addScaledVector(Uo,d),f}intersectSphere(e,t){if(e.radius<0)return null;Yn.subVectors(e.center,this.origin);let n=Yn.dot(this.direction),r=Yn.dot(Yn)-n*n,s=e.radius*e.radius;if(r>s)return null;let o=Math.sqrt(s-r),a=n-o,l=n+o;return l<0?null:a<0?this.at(l,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,r,s,o,a,l,c=1/this.direction.x,h=1/this.direction.y,u=1/this.direction.z,d=this.origin;return c>=0?(n=(e.min.x-d.x)*c,r=(e.max.x-d.x)*c):(n=(e.max.x-d.x)*c,r=(e.min.x-d.x)*c),h>=0?(s=(e.min.y-d.y)*h,o=(e.max.y-d.y)*h):(s=(e.max.y-d.y)*h,o=(e.min.y-d.y)*h),n>o||s>r||((s>n||isNaN(n))&&(n=s),(o<r||isNaN(r))&&(r=o),u>=0?(a=(e.min.z-d.z)*u,l=(e.max.z-d.z)*u):(a=(e.max.z-d.z)*u,l=(e.min.z-d.z)*u),n>l||a>r)||((a>n||n!==n)&&(n=a),(l<r||r!==r)&&(r=l),r<0)?null:this.at(n>=0?n:r,t)}intersectsBox(e){return this.intersectBox(e,Yn)!==null}intersectTriangle(e,t,n,r,s){let o=this.origin,a=this.direction,l=a.x,c=a.y,h=a.z,u=e.x-o.x,d=e.y-o.y,f=e.z-o.z,g=t.x-o.x,v=t.y-o.y,m=t.z-o.z,p=n.x-o.x,b=n.y-o.y,C=n.z-o.z,w=Math.abs(l),A=Math.abs(c),E=Math.abs(h),y,M,B,I,N,z,X,P,$,K,G,ne;if(w>=A&&w>=E?(B=l,z=u,$=g,ne=p,l>=0?(y=c,M=h,I=d,N=f,X=v,P=m,K=b,G=C):(y=h,M=c,I=f,N=d,X=m,P=v,K=C,G=b)):A>=E?(B=c,z=d,$=v,ne=b,c>=0?(y=h,M=l,I=f,N=u,X=m,P=g,K=C,G=p):(y=l,M=h,I=u,N=f,X=g,P=m,K=p,G=C)):(B=h,z=f,$=m,ne=C,h>=0?(y=l,M=c,I=u,N=d,X=g,P=v,K=p,G=b):(y=c,M=l,I=d,N=u,X=v,P=g,K=b,G=p)),B===0)return null;let W=y/B,j=M/B,ee=1/B,Me=I-W*z,De=N-j*z,Z=X-W*$,me=P-j*$,ve=K-W*ne,Ce=G-j*ne,ge=ve*me-Ce*Z,Fe=Me*Ce-De*ve,pt=Z*De-me*Me;if(r){if(ge<0||Fe<0||pt<0)return null}else if((ge<0||Fe<0||pt<0)&&(ge>0||Fe>0||pt>0))return null;let Pe=ge+Fe+pt;if(Pe===0)return null;let Qe=ee*(ge*z+Fe*$+pt*ne);return(Pe>0?Qe<0:Qe>0)?null:this.at(Qe/Pe,s)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},da=class extends Hi{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new Xe(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new pi,this.combine=nh,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},Yd=new ft,Fi=new ua,Bo=new Ir,Zd=new H,ko=new H,zo=new H,Ho=new H,Vc=new H,Go=new H,Jd=new H,Vo=new H,cn=class extends ln{constructor(e=new bn,t=new da){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let r=t[n[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}getVertexPosition(e,t){let n=this.geometry,r=n.attributes.position,s=n.morphAttributes.position,o=n.morphTargetsRelative;t.fromBufferAttribute(r,e);let a=this.morphTargetInfluences;if(s&&a){Go.set(0,0,0);for(let l=0,c=s.length;l<c;l++){let h=a[l],u=s[l];h!==0&&(Vc.fromBufferAttribute(u,e),o?Go.addScaledVector(Vc,h):Go.addScaledVector(Vc.sub(t),h))}t.add(Go)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,r=this.material,s=this.matrixWorld;r!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),Bo.copy(n.boundingSphere),Bo.applyMatrix4(s),Fi.copy(e.ray).recast(e.near),!(Bo.containsPoint(Fi.origin)===!1&&(Fi.intersectSphere(Bo,Zd)===null||Fi.origin.distanceToSquared(Zd)>(e.far-e.near)**2))&&(Yd.copy(s).invert(),Fi.copy(e.ray).applyMatrix4(Yd),!(n.boundingBox!==null&&Fi.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,Fi)))}_computeIntersections(e,t,n){let r,s=this.geometry,o=this.material,a=s.index,l=s.attributes.position,c=s.attributes.uv,h=s.attributes.uv1,u=s.attributes.normal,d=s.groups,f=s.drawRange;if(a!==null)if(Array.isArray(o))for(let g=0,v=d.length;g<v;g++){let m=d[g],p=o[m.materialIndex],b=Math.max(m.start,f.start),C=Math.min(a.count,Math.min(m.start+m.count,f.start+f.count));for(let w=b,A=C;w<A;w+=3){let E=a.getX(w),y=a.getX(w+1),M=a.getX(w+2);r=Wo(this,p,e,n,c,h,u,E,y,M),r&&(r.faceIndex=Math.floor(w/3),r.face.materialIndex=m.materialIndex,t.push(r))}}else{let g=Math.max(0,f.start),v=Math.min(a.count,f.start+f.count);for(let m=g,p=v;m<p;m+=3){let b=a.getX(m),C=a.getX(m+1),w=a.getX(m+2);r=Wo(this,o,e,n,c,h,u,b,C,w),r&&(r.faceIndex=Math.floor(m/3),t.push(r))}}else if(l!==void 0)if(Array.isArray(o))for(let g=0,v=d.length;g<v;g++){let m=d[g],p=o[m.materialIndex],b=Math.max(m.start,f.start),C=Math.min(l.count,Math.min(m.start+m.count,f.start+f.count));for(let w=b,A=C;w<A;w+=3){let E=w,y=w+1,M=w+2;r=Wo(this,p,e,n,c,h,u,E,y,M),r&&(r.faceIndex=Math.floor(w/3),r.face.materialIndex=m.materialIndex,t.push(r))}}else{let g=Math.max(0,f.start),v=Math.min(l.count,f.start+f.count);for(let m=g,p=v;m<p;m+=3){let b=m,C=m+1,w=m+2;r=Wo(this,o,e,n,c,h,u,b,C,w),r&&(r.faceIndex=Math.floor(m/3),t.push(r))}}}};function b0(i,e,t,n,r,s,o,a){let l;if(e.side===Gt?l=n.intersectTriangle(o,s,r,!0,a):l=n.intersectTriangle(r,s,o,e.side===vi,a),l===null)return null;Vo.copy(a),Vo.applyMatrix4(i.matrixWorld);let c=t.ray.origin.distanceTo(Vo);return c<t.near||c>t.far?null:{distance:c,point:Vo.clone(),object:i}}function Wo(i,e,t,n,r,s,o,a,l,c){i.getVertexPosition(a,ko),i.getVertexPosition(l,zo),i.getVertexPosition(c,Ho);let h=b0(i,e,t,n,ko,zo,Ho,Jd);if(h){let u=new H;fi.getBarycoord(Jd,ko,zo,Ho,u),r&&(h.uv=fi.getInterpolatedAttribute(r,a,l,c,u,new Ze)),s&&(h.uv1=fi.getInterpolatedAttribute(s,a,l,c,u,new Ze)),o&&(h.normal=fi.getInterpolatedAttribute(o,a,l,c,u,new H),h.normal.dot(n.direction)>0&&h.normal.multiplyScalar(-1));let d={a,b:l,c,normal:new H,materialIndex:0};fi.getNormal(ko,zo,Ho,d.normal),h.face=d,h.barycoord=u}return h}var fa=class extends qt{constructor(e=null,t=1,n=1,r,s,o,a,l,c=Rt,h=Rt,u,d){super(null,o,a,l,c,h,r,s,u,d),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var _s=class extends vn{constructor(e,t,n,r=1){super(e,t,n),this.isInstancedBufferAttribute=!0,this.meshPerAttribute=r}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}toJSON(){let e=super.toJSON();return e.meshPerAttribute=this.meshPerAttribute,e.isInstancedBufferAttribute=!0,e}};var Bi=new Ir,S0=new Ze(.5,.5),$o=new H,Gi=class{constructor(e=new _n,t=new _n,n=new _n,r=new _n,s=new _n,o=new _n){this.planes=[e,t,n,r,s,o]}set(e,t,n,r,s,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(n),a[3].copy(r),a[4].copy(s),a[5].copy(o),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=an,n=!1){let r=this.planes,s=e.elements,o=s[0],a=s[1],l=s[2],c=s[3],h=s[4],u=s[5],d=s[6],f=s[7],g=s[8],v=s[9],m=s[10],p=s[11],b=s[12],C=s[13],w=s[14],A=s[15];if(r[0].setComponents(c-o,f-h,p-g,A-b).normalize(),r[1].setComponents(c+o,f+h,p+g,A+b).normalize(),r[2].setComponents(c+a,f+u,p+v,A+C).normalize(),r[3].setComponents(c-a,f-u,p-v,A-C).normalize(),n)r[4].setComponents(l,d,m,w).normalize(),r[5].setComponents(c-l,f-d,p-m,A-w).normalize();else if(r[4].setComponents(c-l,f-d,p-m,A-w).normalize(),t===an)r[5].setComponents(c+l,f+d,p+m,A+w).normalize();else if(t===ds)r[5].setComponents(l,d,m,w).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),Bi.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),Bi.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(Bi)}intersectsSprite(e){Bi.center.set(0,0,0);let t=S0.distanceTo(e.center);return Bi.radius=.7071067811865476+t,Bi.applyMatrix4(e.matrixWorld),this.intersectsSphere(Bi)}intersectsSphere(e){let t=this.planes,n=e.center,r=-e.radius;for(let s=0;s<6;s++)if(t[s].distanceToPoint(n)<r)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let r=t[n];if($o.x=r.normal.x>0?e.max.x:e.min.x,$o.y=r.normal.y>0?e.max.y:e.min.y,$o.z=r.normal.z>0?e.max.z:e.min.z,r.distanceToPoint($o)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},Kd=new ft,pa=class i{constructor(){this.coordinateSystem=an,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let r=0;r<t.length;r++){let s=t[r];Kd.multiplyMatrices(s.projectionMatrix,s.matrixWorldInverse),n[r]===void 0&&(n[r]=new Gi),n[r].setFromProjectionMatrix(Kd,s.coordinateSystem,s.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let r=0;r<e._count;r++)t[r]===void 0&&(t[r]=new Gi),t[r].copy(n[r]);return this._count=e._count,this}clone(){return new i().copy(this)}};var vs=class extends qt{constructor(e=[],t=qi,n,r,s,o,a,l,c,h){super(e,t,n,r,s,o,a,l,c,h),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var Kn=class extends qt{constructor(e,t,n=Sn,r,s,o,a=Rt,l=Rt,c,h=Jn,u=1){if(h!==Jn&&h!==jn)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let d={width:e,height:t,depth:u};super(d,r,s,o,a,l,h,n,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new Rr(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},bs=class extends Kn{constructor(e,t=Sn,n=qi,r,s,o=Rt,a=Rt,l,c=Jn){let h={width:e,height:e,depth:1},u=[h,h,h,h,h,h];super(e,e,t,n,r,s,o,a,l,c),this.image=u,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},Ss=class extends qt{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},gi=class i extends bn{constructor(e=1,t=1,n=1,r=1,s=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:r,heightSegments:s,depthSegments:o};let a=this;r=Math.floor(r),s=Math.floor(s),o=Math.floor(o);let l=[],c=[],h=[],u=[],d=0,f=0;g("z","y","x",-1,-1,n,t,e,o,s,0),g("z","y","x",1,-1,n,t,-e,o,s,1),g("x","z","y",1,1,e,n,t,r,o,2),g("x","z","y",1,-1,e,n,-t,r,o,3),g("x","y","z",1,-1,e,t,n,r,s,4),g("x","y","z",-1,-1,e,t,-n,r,s,5),this.setIndex(l),this.setAttribute("position",new $t(c,3)),this.setAttribute("normal",new $t(h,3)),this.setAttribute("uv",new $t(u,2));function g(v,m,p,b,C,w,A,E,y,M,B){let I=w/y,N=A/M,z=w/2,X=A/2,P=E/2,$=y+1,K=M+1,G=0,ne=0,W=new H;for(let j=0;j<K;j++){let ee=j*N-X;for(let Me=0;Me<$;Me++){let De=Me*I-z;W[v]=De*b,W[m]=ee*C,W[p]=P,c.push(W.x,W.y,W.z),W[v]=0,W[m]=0,W[p]=E>0?1:-1,h.push(W.x,W.y,W.z),u.push(Me/y),u.push(1-j/M),G+=1}}for(let j=0;j<M;j++)for(let ee=0;ee<y;ee++){let Me=d+ee+$*j,De=d+ee+$*(j+1),Z=d+(ee+1)+$*(j+1),me=d+(ee+1)+$*j;l.push(Me,De,me),l.push(De,Z,me),ne+=6}a.addGroup(f,ne,B),f+=ne,d+=G}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};var Vi=class i extends bn{constructor(e=1,t=1,n=1,r=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:r};let s=e/2,o=t/2,a=Math.floor(n),l=Math.floor(r),c=a+1,h=l+1,u=e/a,d=t/l,f=[],g=[],v=[],m=[];for(let p=0;p<h;p++){let b=p*d-o;for(let C=0;C<c;C++){let w=C*u-s;g.push(w,-b,0),v.push(0,0,1),m.push(C/a),m.push(1-p/l)}}for(let p=0;p<l;p++)for(let b=0;b<a;b++){let C=b+c*p,w=b+c*(p+1),A=b+1+c*(p+1),E=b+1+c*p;f.push(C,w,E),f.push(w,A,E)}this.setIndex(f),this.setAttribute("position",new $t(g,3)),this.setAttribute("normal",new $t(v,3)),this.setAttribute("uv",new $t(m,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}};function Yi(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let r=i[t][n];if(Qd(r))r.isRenderTargetTexture?(Ie("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=r.clone();else if(Array.isArray(r))if(Qd(r[0])){let s=[];for(let o=0,a=r.length;o<a;o++)s[o]=r[o].clone();e[t][n]=s}else e[t][n]=r.slice();else e[t][n]=r}}return e}function Ft(i){let e={};for(let t=0;t<i.length;t++){let n=Yi(i[t]);for(let r in n)e[r]=n[r]}return e}function Qd(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function M0(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function wh(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:Ge.workingColorSpace}var Vf={clone:Yi,merge:Ft},w0=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,E0=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,Dn=class extends Hi{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=w0,this.fragmentShader=E0,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=Yi(e.uniforms),this.uniformsGroups=M0(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let r in this.uniforms){let o=this.uniforms[r].value;o&&o.isTexture?t.uniforms[r]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[r]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[r]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[r]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[r]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[r]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[r]={type:"m4",value:o.toArray()}:t.uniforms[r]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let r in this.extensions)this.extensions[r]===!0&&(n[r]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let r=e.uniforms[n];switch(this.uniforms[n]={},r.type){case"t":this.uniforms[n].value=t[r.value]||null;break;case"c":this.uniforms[n].value=new Xe().setHex(r.value);break;case"v2":this.uniforms[n].value=new Ze().fromArray(r.value);break;case"v3":this.uniforms[n].value=new H().fromArray(r.value);break;case"v4":this.uniforms[n].value=new ht().fromArray(r.value);break;case"m3":this.uniforms[n].value=new Ne().fromArray(r.value);break;case"m4":this.uniforms[n].value=new ft().fromArray(r.value);break;default:this.uniforms[n].value=r.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},Lr=class extends Dn{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var ma=class extends Hi{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=Cf,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},ga=class extends Hi{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function Mr(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function qo(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}var yi=class{constructor(e,t,n,r){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=r!==void 0?r:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,r=t[n],s=t[n-1];n:{e:{let o;t:{i:if(!(e<r)){for(let a=n+2;;){if(r===void 0){if(e<s)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===a)break;if(s=r,r=t[++n],e<r)break e}o=t.length;break t}if(!(e>=s)){let a=t[1];e<a&&(n=2,s=a);for(let l=n-2;;){if(s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===l)break;if(r=s,s=t[--n-1],e>=s)break e}o=n,n=0;break t}break n}for(;n<o;){let a=n+o>>>1;e<t[a]?o=a:n=a+1}if(r=t[n],s=t[n-1],s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,s,r)}return this.interpolate_(n,s,e,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,r=this.valueSize,s=e*r;for(let o=0;o!==r;++o)t[o]=n[s+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},ya=class extends yi{constructor(e,t,n,r){super(e,t,n,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:$c,endingEnd:$c}}intervalChanged_(e,t,n){let r=this.parameterPositions,s=e-2,o=e+1,a=r[s],l=r[o];if(a===void 0)switch(this.getSettings_().endingStart){case qc:s=e,a=2*t-n;break;case Xc:s=r.length-2,a=t+r[s]-r[s+1];break;default:s=e,a=n}if(l===void 0)switch(this.getSettings_().endingEnd){case qc:o=e,l=2*n-t;break;case Xc:o=1,l=n+r[1]-r[0];break;default:o=e-1,l=t}let c=(n-t)*.5,h=this.valueSize;this._weightPrev=c/(t-a),this._weightNext=c/(l-n),this._offsetPrev=s*h,this._offsetNext=o*h}interpolate_(e,t,n,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this._offsetPrev,u=this._offsetNext,d=this._weightPrev,f=this._weightNext,g=(n-t)/(r-t),v=g*g,m=v*g,p=-d*m+2*d*v-d*g,b=(1+d)*m+(-1.5-2*d)*v+(-.5+d)*g+1,C=(-1-f)*m+(1.5+f)*v+.5*g,w=f*m-f*v;for(let A=0;A!==a;++A)s[A]=p*o[h+A]+b*o[c+A]+C*o[l+A]+w*o[u+A];return s}},xa=class extends yi{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e,t,n,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=(n-t)/(r-t),u=1-h;for(let d=0;d!==a;++d)s[d]=o[c+d]*u+o[l+d]*h;return s}},_a=class extends yi{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e){return this.copySampleValue_(e-1)}},va=class extends yi{interpolate_(e,t,n,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this.inTangents,u=this.outTangents;if(!h||!u){let g=(n-t)/(r-t),v=1-g;for(let m=0;m!==a;++m)s[m]=o[c+m]*v+o[l+m]*g;return s}let d=a*2,f=e-1;for(let g=0;g!==a;++g){let v=o[c+g],m=o[l+g],p=f*d+g*2,b=u[p],C=u[p+1],w=e*d+g*2,A=h[w],E=h[w+1],y=A0(n,t,b,A,r);s[g]=Wf(y,v,C,E,m)}return s}};function Wf(i,e,t,n,r){let s=1-i;return s*s*s*e+3*s*s*i*t+3*s*i*i*n+i*i*i*r}function T0(i,e,t,n,r){let s=1-i;return 3*s*s*(t-e)+6*s*i*(n-t)+3*i*i*(r-n)}function A0(i,e,t,n,r){let s=(i-e)/(r-e);for(let o=0;o<8;o++){let a=Wf(s,e,t,n,r)-i;if(Math.abs(a)<1e-10)break;let l=T0(s,e,t,n,r);if(Math.abs(l)<1e-10)break;s=Math.max(0,Math.min(1,s-a/l))}return s}var Qt=class{constructor(e,t,n,r){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=Mr(t,this.TimeBufferType),this.values=Mr(n,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:Mr(e.times,Array),values:Mr(e.values,Array)};let r=e.getInterpolation();r!==e.DefaultInterpolation&&(n.interpolation=r),qo(e.settings)&&(n.settings={inTangents:Mr(e.settings.inTangents,Array),outTangents:Mr(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new _a(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new xa(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new ya(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new va(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case hs:t=this.InterpolantFactoryMethodDiscrete;break;case oa:t=this.InterpolantFactoryMethodLinear;break;case Zo:t=this.InterpolantFactoryMethodSmooth;break;case Wc:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return Ie("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return hs;case this.InterpolantFactoryMethodLinear:return oa;case this.InterpolantFactoryMethodSmooth:return Zo;case this.InterpolantFactoryMethodBezier:return Wc}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,r=t.length;n!==r;++n)t[n]+=e;qo(this.settings)&&(jd(this.settings.inTangents,e),jd(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,r=t.length;n!==r;++n)t[n]*=e;qo(this.settings)&&(ef(this.settings.inTangents,e),ef(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,r=n.length,s=0,o=r-1;for(;s!==r&&n[s]<e;)++s;for(;o!==-1&&n[o]>t;)--o;if(++o,s!==0||o!==r){s>=o&&(o=Math.max(o,1),s=o-1);let a=this.getValueSize();this.times=n.slice(s,o),this.values=this.values.slice(s*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(Le("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,r=this.values,s=n.length;s===0&&(Le("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==s;a++){let l=n[a];if(typeof l=="number"&&isNaN(l)){Le("KeyframeTrack: Time is not a valid number.",this,a,l),e=!1;break}if(o!==null&&o>l){Le("KeyframeTrack: Out of order keys.",this,a,l,o),e=!1;break}o=l}if(r!==void 0&&t0(r))for(let a=0,l=r.length;a!==l;++a){let c=r[a];if(isNaN(c)){Le("KeyframeTrack: Value is not a valid number.",this,a,c),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),r=this.getInterpolation()===Zo,s=e.length-1,o=1;for(let a=1;a<s;++a){let l=!1,c=e[a],h=e[a+1];if(c!==h&&(a!==1||c!==e[0]))if(r)l=!0;else{let u=a*n,d=u-n,f=u+n;for(let g=0;g!==n;++g){let v=t[u+g];if(v!==t[d+g]||v!==t[f+g]){l=!0;break}}}if(l){if(a!==o){e[o]=e[a];let u=a*n,d=o*n;for(let f=0;f!==n;++f)t[d+f]=t[u+f]}++o}}if(s>0){e[o]=e[s];for(let a=s*n,l=o*n,c=0;c!==n;++c)t[l+c]=t[a+c];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,r=new n(this.name,e,t);return r.createInterpolant=this.createInterpolant,qo(this.settings)&&(r.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),r}};function jd(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function ef(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}Qt.prototype.ValueTypeName="";Qt.prototype.TimeBufferType=Float32Array;Qt.prototype.ValueBufferType=Float32Array;Qt.prototype.DefaultInterpolation=oa;var xi=class extends Qt{constructor(e,t,n){super(e,t,n)}};xi.prototype.ValueTypeName="bool";xi.prototype.ValueBufferType=Array;xi.prototype.DefaultInterpolation=hs;xi.prototype.InterpolantFactoryMethodLinear=void 0;xi.prototype.InterpolantFactoryMethodSmooth=void 0;var ba=class extends Qt{constructor(e,t,n,r){super(e,t,n,r)}};ba.prototype.ValueTypeName="color";var Sa=class extends Qt{constructor(e,t,n,r){super(e,t,n,r)}};Sa.prototype.ValueTypeName="number";var Ma=class extends yi{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e,t,n,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=(n-t)/(r-t),c=e*a;for(let h=c+a;c!==h;c+=4)On.slerpFlat(s,0,o,c-a,o,c,l);return s}},Ms=class extends Qt{constructor(e,t,n,r){super(e,t,n,r)}InterpolantFactoryMethodLinear(e){return new Ma(this.times,this.values,this.getValueSize(),e)}};Ms.prototype.ValueTypeName="quaternion";Ms.prototype.InterpolantFactoryMethodSmooth=void 0;var _i=class extends Qt{constructor(e,t,n){super(e,t,n)}};_i.prototype.ValueTypeName="string";_i.prototype.ValueBufferType=Array;_i.prototype.DefaultInterpolation=hs;_i.prototype.InterpolantFactoryMethodLinear=void 0;_i.prototype.InterpolantFactoryMethodSmooth=void 0;var wa=class extends Qt{constructor(e,t,n,r){super(e,t,n,r)}};wa.prototype.ValueTypeName="vector";var Ea=class{constructor(e,t,n){let r=this,s=!1,o=0,a=0,l,c=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(h){a++,s===!1&&r.onStart!==void 0&&r.onStart(h,o,a),s=!0},this.itemEnd=function(h){o++,r.onProgress!==void 0&&r.onProgress(h,o,a),o===a&&(s=!1,r.onLoad!==void 0&&r.onLoad())},this.itemError=function(h){r.onError!==void 0&&r.onError(h)},this.resolveURL=function(h){return h=h.normalize("NFC"),l?l(h):h},this.setURLModifier=function(h){return l=h,this},this.addHandler=function(h,u){return c.push(h,u),this},this.removeHandler=function(h){let u=c.indexOf(h);return u!==-1&&c.splice(u,2),this},this.getHandler=function(h){for(let u=0,d=c.length;u<d;u+=2){let f=c[u],g=c[u+1];if(f.global&&(f.lastIndex=0),f.test(h))return g}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},$f=new Ea,Ta=class{constructor(e){this.manager=e!==void 0?e:$f,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(r,s){n.load(e,r,t,s)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};Ta.DEFAULT_MATERIAL_NAME="__DEFAULT";var Xo=new H,Yo=new On,In=new H,ws=class extends ln{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new ft,this.projectionMatrix=new ft,this.projectionMatrixInverse=new ft,this.coordinateSystem=an,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(Xo,Yo,In),In.x===1&&In.y===1&&In.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Xo,Yo,In.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(Xo,Yo,In),In.x===1&&In.y===1&&In.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Xo,Yo,In.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},di=new H,tf=new Ze,nf=new Ze,zt=class extends ws{constructor(e=50,t=1,n=.1,r=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=r,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=aa*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(Mc*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return aa*2*Math.atan(Math.tan(Mc*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){di.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(di.x,di.y).multiplyScalar(-e/di.z),di.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(di.x,di.y).multiplyScalar(-e/di.z)}getViewSize(e,t){return this.getViewBounds(e,tf,nf),t.subVectors(nf,tf)}setViewOffset(e,t,n,r,s,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(Mc*.5*this.fov)/this.zoom,n=2*t,r=this.aspect*n,s=-.5*r,o=this.view;if(this.view!==null&&this.view.enabled){let l=o.fullWidth,c=o.fullHeight;s+=o.offsetX*r/l,t-=o.offsetY*n/c,r*=o.width/l,n*=o.height/c}let a=this.filmOffset;a!==0&&(s+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(s,s+r,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var Aa=class extends ws{constructor(e=-1,t=1,n=1,r=-1,s=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=r,this.near=s,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,r,s,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,r=(this.top+this.bottom)/2,s=n-e,o=n+e,a=r+t,l=r-t;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,h=(this.top-this.bottom)/this.view.fullHeight/this.zoom;s+=c*this.view.offsetX,o=s+c*this.view.width,a-=h*this.view.offsetY,l=a-h*this.view.height}this.projectionMatrix.makeOrthographic(s,o,a,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}};var Es=class extends bn{constructor(){super(),this.isInstancedBufferGeometry=!0,this.type="InstancedBufferGeometry",this.instanceCount=1/0}copy(e){return super.copy(e),this.instanceCount=e.instanceCount,this}toJSON(){let e=super.toJSON();return e.instanceCount=this.instanceCount,e.isInstancedBufferGeometry=!0,e}};var wr=-90,Er=1,Nr=class extends ln{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let r=new zt(wr,Er,e,t);r.layers=this.layers,this.add(r);let s=new zt(wr,Er,e,t);s.layers=this.layers,this.add(s);let o=new zt(wr,Er,e,t);o.layers=this.layers,this.add(o);let a=new zt(wr,Er,e,t);a.layers=this.layers,this.add(a);let l=new zt(wr,Er,e,t);l.layers=this.layers,this.add(l);let c=new zt(wr,Er,e,t);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,r,s,o,a,l]=t;for(let c of t)this.remove(c);if(e===an)n.up.set(0,1,0),n.lookAt(1,0,0),r.up.set(0,1,0),r.lookAt(-1,0,0),s.up.set(0,0,-1),s.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(e===ds)n.up.set(0,-1,0),n.lookAt(-1,0,0),r.up.set(0,-1,0),r.lookAt(1,0,0),s.up.set(0,0,1),s.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let c of t)this.add(c),c.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:r}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[s,o,a,l,c,h]=this.children,u=e.getRenderTarget(),d=e.getActiveCubeFace(),f=e.getActiveMipmapLevel(),g=e.xr.enabled;e.xr.enabled=!1;let v=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let m=!1;e.isWebGLRenderer===!0?m=e.state.buffers.depth.getReversed():m=e.reversedDepthBuffer,e.setRenderTarget(n,0,r),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,s),e.setRenderTarget(n,1,r),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(n,2,r),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,3,r),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(n,4,r),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),n.texture.mipmapsAutoUpdate=v,e.setRenderTarget(n,5,r),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),e.setRenderTarget(u,d,f),e.xr.enabled=g,n.texture.needsPMREMUpdate=!0}},Ca=class extends zt{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var Eh="\\[\\]\\.:\\/",C0=new RegExp("["+Eh+"]","g"),Th="[^"+Eh+"]",R0="[^"+Eh.replace("\\.","")+"]",P0=/((?:WC+[\/:])*)/.source.replace("WC",Th),I0=/(WCOD+)?/.source.replace("WCOD",R0),L0=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",Th),N0=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",Th),O0=new RegExp("^"+P0+I0+L0+N0+"$"),D0=["material","materials","bones","map"],Yc=class{constructor(e,t,n){let r=n||st.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,r)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,r=this._bindings[n];r!==void 0&&r.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let r=this._targetGroup.nCachedObjects_,s=n.length;r!==s;++r)n[r].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},st=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(C0,"")}static parseTrackName(e){let t=O0.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},r=n.nodeName&&n.nodeName.lastIndexOf(".");if(r!==void 0&&r!==-1){let s=n.nodeName.substring(r+1);D0.indexOf(s)!==-1&&(n.nodeName=n.nodeName.substring(0,r),n.objectName=s)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(s){for(let o=0;o<s.length;o++){let a=s[o];if(a.name===t||a.uuid===t)return a;let l=n(a.children);if(l)return l}return null},r=n(e.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let r=0,s=n.length;r!==s;++r)e[t++]=n[r]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let r=0,s=n.length;r!==s;++r)n[r]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let r=0,s=n.length;r!==s;++r)n[r]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let r=0,s=n.length;r!==s;++r)n[r]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,r=t.propertyName,s=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Ie("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let c=t.objectIndex;switch(n){case"materials":if(!e.material){Le("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){Le("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){Le("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let h=0;h<e.length;h++)if(e[h].name===c){c=h;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){Le("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){Le("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){Le("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(c!==void 0){if(e[c]===void 0){Le("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[c]}}let o=e[r];if(o===void 0){let c=t.nodeName;Le("PropertyBinding: Trying to update property for track: "+c+"."+r+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(s!==void 0){if(r==="morphTargetInfluences"){if(!e.geometry){Le("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){Le("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[s]!==void 0&&(s=e.morphTargetDictionary[s])}l=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=s}else o.fromArray!==void 0&&o.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(l=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=r;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};st.Composite=Yc;st.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};st.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};st.prototype.GetterByBindingType=[st.prototype._getValue_direct,st.prototype._getValue_array,st.prototype._getValue_arrayElement,st.prototype._getValue_toArray];st.prototype.SetterByBindingTypeAndVersioning=[[st.prototype._setValue_direct,st.prototype._setValue_direct_setNeedsUpdate,st.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[st.prototype._setValue_array,st.prototype._setValue_array_setNeedsUpdate,st.prototype._setValue_array_setMatrixWorldNeedsUpdate],[st.prototype._setValue_arrayElement,st.prototype._setValue_arrayElement_setNeedsUpdate,st.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[st.prototype._setValue_fromArray,st.prototype._setValue_fromArray_setNeedsUpdate,st.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var cT=new Float32Array(1);var Zc=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,r){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,r)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,r){let s=this.elements;return s[0]=e,s[2]=t,s[1]=n,s[3]=r,this}};function Ah(i,e,t,n){let r=U0(n);switch(t){case mh:return i*e;case yh:return i*e/r.components*r.byteLength;case Da:return i*e/r.components*r.byteLength;case bi:return i*e*2/r.components*r.byteLength;case Ua:return i*e*2/r.components*r.byteLength;case gh:return i*e*3/r.components*r.byteLength;case En:return i*e*4/r.components*r.byteLength;case Fa:return i*e*4/r.components*r.byteLength;case Cs:case Rs:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Ps:case Is:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case ka:case Ha:return Math.max(i,16)*Math.max(e,8)/4;case Ba:case za:return Math.max(i,8)*Math.max(e,8)/2;case Ga:case Va:case $a:case qa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Wa:case Ls:case Xa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Ya:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Za:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case Ja:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case Ka:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case Qa:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case ja:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case el:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case tl:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case nl:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case il:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case rl:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case sl:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case ol:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case al:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case ll:case cl:case hl:return Math.ceil(i/4)*Math.ceil(e/4)*16;case ul:case dl:return Math.ceil(i/4)*Math.ceil(e/4)*8;case Ns:case fl:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function U0(i){switch(i){case jt:case uh:return{byteLength:1,components:1};case Fr:case dh:case wn:return{byteLength:2,components:1};case Na:case Oa:return{byteLength:2,components:4};case Sn:case La:case Mn:return{byteLength:4,components:1};case fh:case ph:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ie("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function fp(){let i=null,e=!1,t=null,n=null;function r(s,o){n=i.requestAnimationFrame(r),t(s,o)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(r),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(s){t=s},setContext:function(s){i=s}}}function B0(i){let e=new WeakMap;function t(a,l){let c=a.array,h=a.usage,u=c.byteLength,d=i.createBuffer();i.bindBuffer(l,d),i.bufferData(l,c,h),a.onUploadCallback();let f;if(c instanceof Float32Array)f=i.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)f=i.HALF_FLOAT;else if(c instanceof Uint16Array)a.isFloat16BufferAttribute?f=i.HALF_FLOAT:f=i.UNSIGNED_SHORT;else if(c instanceof Int16Array)f=i.SHORT;else if(c instanceof Uint32Array)f=i.UNSIGNED_INT;else if(c instanceof Int32Array)f=i.INT;else if(c instanceof Int8Array)f=i.BYTE;else if(c instanceof Uint8Array)f=i.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)f=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:d,type:f,bytesPerElement:c.BYTES_PER_ELEMENT,version:a.version,size:u}}function n(a,l,c){let h=l.array,u=l.updateRanges;if(i.bindBuffer(c,a),u.length===0)i.bufferSubData(c,0,h);else{u.sort((f,g)=>f.start-g.start);let d=0;for(let f=1;f<u.length;f++){let g=u[d],v=u[f];v.start<=g.start+g.count+1?g.count=Math.max(g.count,v.start+v.count-g.start):(++d,u[d]=v)}u.length=d+1;for(let f=0,g=u.length;f<g;f++){let v=u[f];i.bufferSubData(c,v.start*h.BYTES_PER_ELEMENT,h,v.start,v.count)}l.clearUpdateRanges()}l.onUploadCallback()}function r(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function s(a){a.isInterleavedBufferAttribute&&(a=a.data);let l=e.get(a);l&&(i.deleteBuffer(l.buffer),e.delete(a))}function o(a,l){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let h=e.get(a);(!h||h.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let c=e.get(a);if(c===void 0)e.set(a,t(a,l));else if(c.version<a.version){if(c.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(c.buffer,a,l),c.version=a.version}}return{get:r,remove:s,update:o}}var k0=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,z0=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,H0=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,G0=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,V0=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,W0=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,$0=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,q0=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,X0=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,Y0=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,Z0=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,J0=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,K0=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,Q0=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,j0=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,ex=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,tx=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,nx=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,ix=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,rx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,sx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,ox=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,ax=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,lx=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,cx=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,hx=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,ux=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,dx=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,fx=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,px="gl_FragColor = linearToOutputTexel( gl_FragColor );",mx=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,gx=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,yx=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,xx=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,_x=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,vx=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,bx=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,Sx=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,Mx=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,wx=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,Ex=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,Tx=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,Ax=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,Cx=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,Rx=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,Px=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,Ix=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,Lx=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,Nx=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,Ox=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,Dx=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,Ux=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,Fx=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,Bx=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,kx=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,zx=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,Hx=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,Gx=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,Vx=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,Wx=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,$x=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,qx=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,Xx=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,Yx=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,Zx=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,Jx=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,Kx=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,Qx=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,jx=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,e_=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,t_=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,n_=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,i_=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,r_=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,s_=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,o_=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,a_=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,l_=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,c_=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,h_=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,u_=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,d_=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,f_=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,p_=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,m_=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,g_=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,y_=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,x_=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,__=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,v_=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,b_=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,S_=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,M_=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,w_=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,E_=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,T_=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,A_=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,C_=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,R_=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,P_=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,I_=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,L_=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,N_=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,O_=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,D_=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,U_=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,F_=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,B_=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,k_=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,z_=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,H_=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,G_=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,V_=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,W_=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,$_=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,q_=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,X_=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,Y_=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,Z_=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,J_=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,K_=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,Q_=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,j_=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,ev=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,tv=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,nv=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,iv=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,rv=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,sv=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,ov=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,av=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,lv=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,cv=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,hv=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,uv=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,dv=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,fv=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,pv=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,mv=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,gv=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,yv=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,ze={alphahash_fragment:k0,alphahash_pars_fragment:z0,alphamap_fragment:H0,alphamap_pars_fragment:G0,alphatest_fragment:V0,alphatest_pars_fragment:W0,aomap_fragment:$0,aomap_pars_fragment:q0,batching_pars_vertex:X0,batching_vertex:Y0,begin_vertex:Z0,beginnormal_vertex:J0,bsdfs:K0,iridescence_fragment:Q0,bumpmap_pars_fragment:j0,clipping_planes_fragment:ex,clipping_planes_pars_fragment:tx,clipping_planes_pars_vertex:nx,clipping_planes_vertex:ix,color_fragment:rx,color_pars_fragment:sx,color_pars_vertex:ox,color_vertex:ax,common:lx,defaultnormal_vertex:cx,displacementmap_pars_vertex:hx,displacementmap_vertex:ux,emissivemap_fragment:dx,emissivemap_pars_fragment:fx,colorspace_fragment:px,colorspace_pars_fragment:mx,envmap_fragment:gx,envmap_common_pars_fragment:yx,envmap_pars_fragment:xx,envmap_pars_vertex:_x,envmap_physical_pars_fragment:Px,envmap_vertex:vx,fog_vertex:bx,fog_pars_vertex:Sx,fog_fragment:Mx,fog_pars_fragment:wx,gradientmap_pars_fragment:Ex,lightmap_pars_fragment:Tx,lights_lambert_fragment:Ax,lights_lambert_pars_fragment:Cx,lights_pars_begin:Rx,lights_toon_fragment:Ix,lights_toon_pars_fragment:Lx,lights_phong_fragment:Nx,lights_phong_pars_fragment:Ox,lights_physical_fragment:Dx,lights_physical_pars_fragment:Ux,lights_fragment_begin:Fx,lights_fragment_maps:Bx,lights_fragment_end:kx,lightprobes_pars_fragment:zx,logdepthbuf_fragment:Hx,logdepthbuf_pars_fragment:Gx,logdepthbuf_pars_vertex:Vx,logdepthbuf_vertex:Wx,map_fragment:$x,map_pars_fragment:qx,map_particle_fragment:Xx,map_particle_pars_fragment:Yx,metalnessmap_fragment:Zx,metalnessmap_pars_fragment:Jx,morphinstance_vertex:Kx,morphcolor_vertex:Qx,morphnormal_vertex:jx,morphtarget_pars_vertex:e_,morphtarget_vertex:t_,normal_fragment_begin:n_,normal_fragment_maps:i_,normal_pars_fragment:r_,normal_pars_vertex:s_,normal_vertex:o_,normalmap_pars_fragment:a_,clearcoat_normal_fragment_begin:l_,clearcoat_normal_fragment_maps:c_,clearcoat_pars_fragment:h_,iridescence_pars_fragment:u_,opaque_fragment:d_,packing:f_,premultiplied_alpha_fragment:p_,project_vertex:m_,dithering_fragment:g_,dithering_pars_fragment:y_,roughnessmap_fragment:x_,roughnessmap_pars_fragment:__,shadowmap_pars_fragment:v_,shadowmap_pars_vertex:b_,shadowmap_vertex:S_,shadowmask_pars_fragment:M_,skinbase_vertex:w_,skinning_pars_vertex:E_,skinning_vertex:T_,skinnormal_vertex:A_,specularmap_fragment:C_,specularmap_pars_fragment:R_,tonemapping_fragment:P_,tonemapping_pars_fragment:I_,transmission_fragment:L_,transmission_pars_fragment:N_,uv_pars_fragment:O_,uv_pars_vertex:D_,uv_vertex:U_,worldpos_vertex:F_,background_vert:B_,background_frag:k_,backgroundCube_vert:z_,backgroundCube_frag:H_,cube_vert:G_,cube_frag:V_,depth_vert:W_,depth_frag:$_,distance_vert:q_,distance_frag:X_,equirect_vert:Y_,equirect_frag:Z_,linedashed_vert:J_,linedashed_frag:K_,meshbasic_vert:Q_,meshbasic_frag:j_,meshlambert_vert:ev,meshlambert_frag:tv,meshmatcap_vert:nv,meshmatcap_frag:iv,meshnormal_vert:rv,meshnormal_frag:sv,meshphong_vert:ov,meshphong_frag:av,meshphysical_vert:lv,meshphysical_frag:cv,meshtoon_vert:hv,meshtoon_frag:uv,points_vert:dv,points_frag:fv,shadow_vert:pv,shadow_frag:mv,sprite_vert:gv,sprite_frag:yv},pe={common:{diffuse:{value:new Xe(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new Ne},alphaMap:{value:null},alphaMapTransform:{value:new Ne},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new Ne}},envmap:{envMap:{value:null},envMapRotation:{value:new Ne},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new Ne}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new Ne}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new Ne},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new Ne},normalScale:{value:new Ze(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new Ne},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new Ne}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new Ne}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new Ne}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new Xe(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new Xe(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new Ne},alphaTest:{value:0},uvTransform:{value:new Ne}},sprite:{diffuse:{value:new Xe(16777215)},opacity:{value:1},center:{value:new Ze(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new Ne},alphaMap:{value:null},alphaMapTransform:{value:new Ne},alphaTest:{value:0}}},Bn={basic:{uniforms:Ft([pe.common,pe.specularmap,pe.envmap,pe.aomap,pe.lightmap,pe.fog]),vertexShader:ze.meshbasic_vert,fragmentShader:ze.meshbasic_frag},lambert:{uniforms:Ft([pe.common,pe.specularmap,pe.envmap,pe.aomap,pe.lightmap,pe.emissivemap,pe.bumpmap,pe.normalmap,pe.displacementmap,pe.fog,pe.lights,{emissive:{value:new Xe(0)},envMapIntensity:{value:1}}]),vertexShader:ze.meshlambert_vert,fragmentShader:ze.meshlambert_frag},phong:{uniforms:Ft([pe.common,pe.specularmap,pe.envmap,pe.aomap,pe.lightmap,pe.emissivemap,pe.bumpmap,pe.normalmap,pe.displacementmap,pe.fog,pe.lights,{emissive:{value:new Xe(0)},specular:{value:new Xe(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:ze.meshphong_vert,fragmentShader:ze.meshphong_frag},standard:{uniforms:Ft([pe.common,pe.envmap,pe.aomap,pe.lightmap,pe.emissivemap,pe.bumpmap,pe.normalmap,pe.displacementmap,pe.roughnessmap,pe.metalnessmap,pe.fog,pe.lights,{emissive:{value:new Xe(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:ze.meshphysical_vert,fragmentShader:ze.meshphysical_frag},toon:{uniforms:Ft([pe.common,pe.aomap,pe.lightmap,pe.emissivemap,pe.bumpmap,pe.normalmap,pe.displacementmap,pe.gradientmap,pe.fog,pe.lights,{emissive:{value:new Xe(0)}}]),vertexShader:ze.meshtoon_vert,fragmentShader:ze.meshtoon_frag},matcap:{uniforms:Ft([pe.common,pe.bumpmap,pe.normalmap,pe.displacementmap,pe.fog,{matcap:{value:null}}]),vertexShader:ze.meshmatcap_vert,fragmentShader:ze.meshmatcap_frag},points:{uniforms:Ft([pe.points,pe.fog]),vertexShader:ze.points_vert,fragmentShader:ze.points_frag},dashed:{uniforms:Ft([pe.common,pe.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:ze.linedashed_vert,fragmentShader:ze.linedashed_frag},depth:{uniforms:Ft([pe.common,pe.displacementmap]),vertexShader:ze.depth_vert,fragmentShader:ze.depth_frag},normal:{uniforms:Ft([pe.common,pe.bumpmap,pe.normalmap,pe.displacementmap,{opacity:{value:1}}]),vertexShader:ze.meshnormal_vert,fragmentShader:ze.meshnormal_frag},sprite:{uniforms:Ft([pe.sprite,pe.fog]),vertexShader:ze.sprite_vert,fragmentShader:ze.sprite_frag},background:{uniforms:{uvTransform:{value:new Ne},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:ze.background_vert,fragmentShader:ze.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new Ne}},vertexShader:ze.backgroundCube_vert,fragmentShader:ze.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:ze.cube_vert,fragmentShader:ze.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:ze.equirect_vert,fragmentShader:ze.equirect_frag},distance:{uniforms:Ft([pe.common,pe.displacementmap,{referencePosition:{value:new H},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:ze.distance_vert,fragmentShader:ze.distance_frag},shadow:{uniforms:Ft([pe.lights,pe.fog,{color:{value:new Xe(0)},opacity:{value:1}}]),vertexShader:ze.shadow_vert,fragmentShader:ze.shadow_frag}};Bn.physical={uniforms:Ft([Bn.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new Ne},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new Ne},clearcoatNormalScale:{value:new Ze(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new Ne},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new Ne},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new Ne},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new Ne},sheen:{value:0},sheenColor:{value:new Xe(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new Ne},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new Ne},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new Ne},transmissionSamplerSize:{value:new Ze},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new Ne},attenuationDistance:{value:0},attenuationColor:{value:new Xe(0)},specularColor:{value:new Xe(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new Ne},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new Ne},anisotropyVector:{value:new Ze},anisotropyMap:{value:null},anisotropyMapTransform:{value:new Ne}}]),vertexShader:ze.meshphysical_vert,fragmentShader:ze.meshphysical_frag};var pl={r:0,b:0,g:0},xv=new ft,pp=new Ne;pp.set(-1,0,0,0,1,0,0,0,1);function _v(i,e,t,n,r,s){let o=new Xe(0),a=r===!0?0:1,l,c,h=null,u=0,d=null;function f(b){let C=b.isScene===!0?b.background:null;if(C&&C.isTexture){let w=b.backgroundBlurriness>0;C=e.get(C,w)}return C}function g(b){let C=!1,w=f(b);w===null?m(o,a):w&&w.isColor&&(m(w,1),C=!0);let A=i.xr.getEnvironmentBlendMode();A==="additive"?t.buffers.color.setClear(0,0,0,1,s):A==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,s),(i.autoClear||C)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function v(b,C){let w=f(C);w&&w.isCubeTexture?(c===void 0&&(c=new cn(new gi(1,1,1),new Dn({name:"BackgroundCubeMaterial",uniforms:Yi(Bn.backgroundCube.uniforms),vertexShader:Bn.backgroundCube.vertexShader,fragmentShader:Bn.backgroundCube.fragmentShader,side:Gt,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),c.geometry.deleteAttribute("uv"),c.onBeforeRender=function(A,E,y){this.matrixWorld.copyPosition(y.matrixWorld)},Object.defineProperty(c.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(c)),c.material.uniforms.envMap.value=w,c.material.uniforms.backgroundBlurriness.value=C.backgroundBlurriness,c.material.uniforms.backgroundIntensity.value=C.backgroundIntensity,c.material.uniforms.backgroundRotation.value.setFromMatrix4(xv.makeRotationFromEuler(C.backgroundRotation)).transpose(),w.isRenderTargetTexture===!1&&c.material.uniforms.backgroundRotation.value.premultiply(pp),c.material.toneMapped=Ge.getTransfer(w.colorSpace)!==Ke,(h!==w||u!==w.version||d!==i.toneMapping)&&(c.material.needsUpdate=!0,h=w,u=w.version,d=i.toneMapping),c.layers.enableAll(),b.unshift(c,c.geometry,c.material,0,0,null)):w&&w.isTexture&&(l===void 0&&(l=new cn(new Vi(2,2),new Dn({name:"BackgroundMaterial",uniforms:Yi(Bn.background.uniforms),vertexShader:Bn.background.vertexShader,fragmentShader:Bn.background.fragmentShader,side:vi,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),Object.defineProperty(l.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(l)),l.material.uniforms.t2D.value=w,l.material.uniforms.backgroundIntensity.value=C.backgroundIntensity,l.material.toneMapped=Ge.getTransfer(w.colorSpace)!==Ke,w.matrixAutoUpdate===!0&&w.updateMatrix(),l.material.uniforms.uvTransform.value.copy(w.matrix),(h!==w||u!==w.version||d!==i.toneMapping)&&(l.material.needsUpdate=!0,h=w,u=w.version,d=i.toneMapping),l.layers.enableAll(),b.unshift(l,l.geometry,l.material,0,0,null))}function m(b,C){b.getRGB(pl,wh(i)),t.buffers.color.setClear(pl.r,pl.g,pl.b,C,s)}function p(){c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0),l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0)}return{getClearColor:function(){return o},setClearColor:function(b,C=1){o.set(b),a=C,m(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(b){a=b,m(o,a)},render:g,addToRenderList:v,dispose:p}}function vv(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},r=d(null),s=r,o=!1;function a(N,z,X,P,$){let K=!1,G=u(N,P,X,z);s!==G&&(s=G,c(s.object)),K=f(N,P,X,$),K&&g(N,P,X,$),$!==null&&e.update($,i.ELEMENT_ARRAY_BUFFER),(K||o)&&(o=!1,w(N,z,X,P),$!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get($).buffer))}function l(){return i.createVertexArray()}function c(N){return i.bindVertexArray(N)}function h(N){return i.deleteVertexArray(N)}function u(N,z,X,P){let $=P.wireframe===!0,K=n[z.id];K===void 0&&(K={},n[z.id]=K);let G=N.isInstancedMesh===!0?N.id:0,ne=K[G];ne===void 0&&(ne={},K[G]=ne);let W=ne[X.id];W===void 0&&(W={},ne[X.id]=W);let j=W[$];return j===void 0&&(j=d(l()),W[$]=j),j}function d(N){let z=[],X=[],P=[];for(let $=0;$<t;$++)z[$]=0,X[$]=0,P[$]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:z,enabledAttributes:X,attributeDivisors:P,object:N,attributes:{},index:null}}function f(N,z,X,P){let $=s.attributes,K=z.attributes,G=0,ne=X.getAttributes();for(let W in ne)if(ne[W].location>=0){let ee=$[W],Me=K[W];if(Me===void 0&&(W==="instanceMatrix"&&N.instanceMatrix&&(Me=N.instanceMatrix),W==="instanceColor"&&N.instanceColor&&(Me=N.instanceColor)),ee===void 0||ee.attribute!==Me||Me&&ee.data!==Me.data)return!0;G++}return s.attributesNum!==G||s.index!==P}function g(N,z,X,P){let $={},K=z.attributes,G=0,ne=X.getAttributes();for(let W in ne)if(ne[W].location>=0){let ee=K[W];ee===void 0&&(W==="instanceMatrix"&&N.instanceMatrix&&(ee=N.instanceMatrix),W==="instanceColor"&&N.instanceColor&&(ee=N.instanceColor));let Me={};Me.attribute=ee,ee&&ee.data&&(Me.data=ee.data),$[W]=Me,G++}s.attributes=$,s.attributesNum=G,s.index=P}function v(){let N=s.newAttributes;for(let z=0,X=N.length;z<X;z++)N[z]=0}function m(N){p(N,0)}function p(N,z){let X=s.newAttributes,P=s.enabledAttributes,$=s.attributeDivisors;X[N]=1,P[N]===0&&(i.enableVertexAttribArray(N),P[N]=1),$[N]!==z&&(i.vertexAttribDivisor(N,z),$[N]=z)}function b(){let N=s.newAttributes,z=s.enabledAttributes;for(let X=0,P=z.length;X<P;X++)z[X]!==N[X]&&(i.disableVertexAttribArray(X),z[X]=0)}function C(N,z,X,P,$,K,G){G===!0?i.vertexAttribIPointer(N,z,X,$,K):i.vertexAttribPointer(N,z,X,P,$,K)}function w(N,z,X,P){v();let $=P.attributes,K=X.getAttributes(),G=z.defaultAttributeValues;for(let ne in K){let W=K[ne];if(W.location>=0){let j=$[ne];if(j===void 0&&(ne==="instanceMatrix"&&N.instanceMatrix&&(j=N.instanceMatrix),ne==="instanceColor"&&N.instanceColor&&(j=N.instanceColor)),j!==void 0){let ee=j.normalized,Me=j.itemSize,De=e.get(j);if(De===void 0)continue;let Z=De.buffer,me=De.type,ve=De.bytesPerElement,Ce=me===i.INT||me===i.UNSIGNED_INT||j.gpuType===La;if(j.isInterleavedBufferAttribute){let ge=j.data,Fe=ge.isInterleavedBuffer===!0?ge.stride:ge.itemSize,pt=j.offset;if(ge.isInstancedInterleavedBuffer||ge.isInstancedBufferAttribute){for(let Pe=0;Pe<W.locationSize;Pe++)p(W.location+Pe,ge.meshPerAttribute);N.isInstancedMesh!==!0&&P._maxInstanceCount===void 0&&(P._maxInstanceCount=ge.meshPerAttribute*ge.count)}else for(let Pe=0;Pe<W.locationSize;Pe++)m(W.location+Pe);i.bindBuffer(i.ARRAY_BUFFER,Z);for(let Pe=0;Pe<W.locationSize;Pe++)C(W.location+Pe,Me/W.locationSize,me,ee,Fe*ve,(pt+Me/W.locationSize*Pe)*ve,Ce)}else{if(j.isInstancedBufferAttribute){for(let ge=0;ge<W.locationSize;ge++)p(W.location+ge,j.meshPerAttribute);N.isInstancedMesh!==!0&&P._maxInstanceCount===void 0&&(P._maxInstanceCount=j.meshPerAttribute*j.count)}else for(let ge=0;ge<W.locationSize;ge++)m(W.location+ge);i.bindBuffer(i.ARRAY_BUFFER,Z);for(let ge=0;ge<W.locationSize;ge++)C(W.location+ge,Me/W.locationSize,me,ee,Me*ve,Me/W.locationSize*ge*ve,Ce)}}else if(G!==void 0){let ee=G[ne];if(ee!==void 0)switch(ee.length){case 2:i.vertexAttrib2fv(W.location,ee);break;case 3:i.vertexAttrib3fv(W.location,ee);break;case 4:i.vertexAttrib4fv(W.location,ee);break;default:i.vertexAttrib1fv(W.location,ee)}}}}b()}function A(){B();for(let N in n){let z=n[N];for(let X in z){let P=z[X];for(let $ in P){let K=P[$];for(let G in K)h(K[G].object),delete K[G];delete P[$]}}delete n[N]}}function E(N){if(n[N.id]===void 0)return;let z=n[N.id];for(let X in z){let P=z[X];for(let $ in P){let K=P[$];for(let G in K)h(K[G].object),delete K[G];delete P[$]}}delete n[N.id]}function y(N){for(let z in n){let X=n[z];for(let P in X){let $=X[P];if($[N.id]===void 0)continue;let K=$[N.id];for(let G in K)h(K[G].object),delete K[G];delete $[N.id]}}}function M(N){for(let z in n){let X=n[z],P=N.isInstancedMesh===!0?N.id:0,$=X[P];if($!==void 0){for(let K in $){let G=$[K];for(let ne in G)h(G[ne].object),delete G[ne];delete $[K]}delete X[P],Object.keys(X).length===0&&delete n[z]}}}function B(){I(),o=!0,s!==r&&(s=r,c(s.object))}function I(){r.geometry=null,r.program=null,r.wireframe=!1}return{setup:a,reset:B,resetDefaultState:I,dispose:A,releaseStatesOfGeometry:E,releaseStatesOfObject:M,releaseStatesOfProgram:y,initAttributes:v,enableAttribute:m,disableUnusedAttributes:b}}function bv(i,e,t){let n;function r(l){n=l}function s(l,c){i.drawArrays(n,l,c),t.update(c,n,1)}function o(l,c,h){h!==0&&(i.drawArraysInstanced(n,l,c,h),t.update(c,n,h))}function a(l,c,h){if(h===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,l,0,c,0,h);let d=0;for(let f=0;f<h;f++)d+=c[f];t.update(d,n,1)}this.setMode=r,this.render=s,this.renderInstances=o,this.renderMultiDraw=a}function Sv(i,e,t,n){let r;function s(){if(r!==void 0)return r;if(e.has("EXT_texture_filter_anisotropic")===!0){let y=e.get("EXT_texture_filter_anisotropic");r=i.getParameter(y.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else r=0;return r}function o(y){return!(y!==En&&n.convert(y)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(y){let M=y===wn&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(y!==jt&&y!==Mn&&!M&&n.convert(y)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function l(y){if(y==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";y="mediump"}return y==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=t.precision!==void 0?t.precision:"highp",h=l(c);h!==c&&(Ie("WebGLRenderer:",c,"not supported, using",h,"instead."),c=h);let u=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),d=t.logarithmicDepthBuffer===!0&&u===!1;t.reversedDepthBuffer===!0&&u===!1&&Ie("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&u===!0&&Ie("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let f=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),g=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),v=i.getParameter(i.MAX_TEXTURE_SIZE),m=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),p=i.getParameter(i.MAX_VERTEX_ATTRIBS),b=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),C=i.getParameter(i.MAX_VARYING_VECTORS),w=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),A=i.getParameter(i.MAX_SAMPLES),E=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:s,getMaxPrecision:l,textureFormatReadable:o,textureTypeReadable:a,precision:c,logarithmicDepthBuffer:d,reversedDepthBuffer:u,maxTextures:f,maxVertexTextures:g,maxTextureSize:v,maxCubemapSize:m,maxAttributes:p,maxVertexUniforms:b,maxVaryings:C,maxFragmentUniforms:w,maxSamples:A,samples:E}}function Mv(i){let e=this,t=null,n=0,r=!1,s=!1,o=new _n,a=new Ne,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(u,d){let f=u.length!==0||d||n!==0||r;return r=d,n=u.length,f},this.beginShadows=function(){s=!0,h(null)},this.endShadows=function(){s=!1},this.setGlobalState=function(u,d){t=h(u,d,0)},this.setState=function(u,d,f){let g=u.clippingPlanes,v=u.clipIntersection,m=u.clipShadows,p=i.get(u);if(!r||g===null||g.length===0||s&&!m)s?h(null):c();else{let b=s?0:n,C=b*4,w=p.clippingState||null;l.value=w,w=h(g,d,C,f);for(let A=0;A!==C;++A)w[A]=t[A];p.clippingState=w,this.numIntersection=v?this.numPlanes:0,this.numPlanes+=b}};function c(){l.value!==t&&(l.value=t,l.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function h(u,d,f,g){let v=u!==null?u.length:0,m=null;if(v!==0){if(m=l.value,g!==!0||m===null){let p=f+v*4,b=d.matrixWorldInverse;a.getNormalMatrix(b),(m===null||m.length<p)&&(m=new Float32Array(p));for(let C=0,w=f;C!==v;++C,w+=4)o.copy(u[C]).applyMatrix4(b,a),o.normal.toArray(m,w),m[w+3]=o.constant}l.value=m,l.needsUpdate=!0}return e.numPlanes=v,e.numIntersection=0,m}}var Bs=class extends Kt{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},r=[n,n,n,n,n,n];this.texture=new vs(r),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},r=new gi(5,5,5),s=new Dn({name:"CubemapFromEquirect",uniforms:Yi(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:Gt,blending:Wi});s.uniforms.tEquirect.value=t;let o=new cn(r,s),a=t.minFilter;return t.minFilter===Qn&&(t.minFilter=Ht),new Nr(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,n=!0,r=!0){let s=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,n,r);e.setRenderTarget(s)}},qf=256,wv=3,Ev=20,mp=256,gp=16,Tv=3,Av=new H,Cv=new Xe,gl=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new Nr(1,10,null),this._boxMesh=new cn(new gi(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,r=100,s={}){let{size:o=256,position:a=Av}=s,l=this._renderer;this._setSize(o);let c=this._allocateTarget(),h=this._getSourceTarget(!0);t>0&&(h.texture.mipmapsAutoUpdate=!1);let u=l.autoClear,d=l.autoClearColor,f=l.autoClearDepth,g=l.autoClearStencil,v=e.background;l.autoClear=!0,l.autoClearColor=!0,l.autoClearDepth=!0,l.autoClearStencil=!0,v===null&&(e.background=l.getClearColor(Cv));let m=new Nr(n,r,h);return m.position.copy(a),m.update(l,e),l.autoClear=u,l.autoClearColor=d,l.autoClearDepth=f,l.autoClearStencil=g,e.background=v,t>0&&(h.texture.mipmapsAutoUpdate=!0,this._blur(c,t)),this._applyPMREM(c),c}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=Zf(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=Yf(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(qf,Hf(e))}_fromTexture(e,t){e.mapping===qi||e.mapping===Ur?this._setSize(e.image.length===0?qf:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=Xf(e,!1,!1),n=Math.log2(e)-wv;for(let r=0;r<=n;r++)t.texture.mipmaps.push({width:e>>r,height:e>>r});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=Xf(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let r=this._boxMesh,s=this._cubeCamera;r.material=n,s.renderTarget=e,s.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),s.update(this._renderer,r),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===qi||e.mapping===Ur?(this._cubemapMaterial===null&&(this._cubemapMaterial=Zf()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=Yf()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=Rv(),this._integrationMaterial=Pv());let t=this._cubeSize,n=e.texture.mipmaps.length-1,r=this._ggxMaterial.uniforms;r.envMap.value=this._sourceTarget.texture;let s=this._integrationMaterial.uniforms;s.envMap.value=this._sourceTarget.texture,s.sourceLod.value=Math.log2(t/gp);for(let o=0;o<=n;o++){let a=i.lodToRoughness(o,n);if(o>n-Tv)s.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let l=a>0?Math.log2(t)+.5*Math.log2(6/(mp*Math.pow(a,4)))+.5:0;r.roughness.value=a,r.lodBias.value=l,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=Iv());let n=this._blurMaterial,r=n.uniforms,s=this._sourceTarget;r.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,r.envMap.value=s.texture,this._renderCube(e,0,n),r.envMap.value=e.texture,this._renderCube(s,0,n)}};function Xf(i,e,t){return new Bs(i,{minFilter:Qn,generateMipmaps:e,type:wn,colorSpace:zi,depthBuffer:t})}function ks(i,e,t){return new Dn({name:i,uniforms:e,vertexShader:ze.cube_vert,fragmentShader:t,side:Gt,blending:Wi,depthTest:!1,depthWrite:!1})}function Rv(){return ks("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${mp}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function Pv(){return ks("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:gp}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function Iv(){return ks("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${Ev}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function Yf(){return ks("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function Zf(){return ks("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function Lv(i){let e=new WeakMap,t=new WeakMap,n=null;function r(d,f=!1){return d==null?null:f?o(d):s(d)}function s(d){if(d&&d.isTexture){let f=d.mapping;if(f===Ra||f===Pa)if(e.has(d)){let g=e.get(d).texture;return a(g,d.mapping)}else{let g=d.image;if(g&&g.height>0){let v=new Bs(g.height);return v.fromEquirectangularTexture(i,d),e.set(d,v),d.addEventListener("dispose",c),a(v.texture,d.mapping)}else return null}}return d}function o(d){if(d&&d.isTexture&&d.isPMREMTexture!==!0){let f=d.mapping,g=f===Ra||f===Pa,v=f===qi||f===Ur;if(g||v){let m=t.get(d),p=m!==void 0?m.texture.pmremVersion:0;if(d.isRenderTargetTexture&&d.pmremVersion!==p)return n===null&&(n=new gl(i)),m=g?n.fromEquirectangular(d,m):n.fromCubemap(d,m),m.texture.pmremVersion=d.pmremVersion,t.set(d,m),m.texture;if(m!==void 0)return m.texture;{let b=d.image;return g&&b&&b.height>0||v&&b&&l(b)?(n===null&&(n=new gl(i)),m=g?n.fromEquirectangular(d):n.fromCubemap(d),m.texture.pmremVersion=d.pmremVersion,t.set(d,m),d.addEventListener("dispose",h),m.texture):null}}}return d}function a(d,f){return f===Ra?d.mapping=qi:f===Pa&&(d.mapping=Ur),d}function l(d){let f=0,g=6;for(let v=0;v<g;v++)d[v]!==void 0&&f++;return f===g}function c(d){let f=d.target;f.removeEventListener("dispose",c);let g=e.get(f);g!==void 0&&(e.delete(f),g.dispose())}function h(d){let f=d.target;f.removeEventListener("dispose",h);let g=t.get(f);g!==void 0&&(t.delete(f),g.dispose())}function u(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:r,dispose:u}}function Nv(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let r=i.getExtension(n);return e[n]=r,r}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let r=t(n);return r===null&&cs("WebGLRenderer: "+n+" extension not supported."),r}}}function Ov(i,e,t,n){let r={},s=new WeakMap,o=new FinalizationRegistry(g=>delete r[g]);function a(g){l(g.target)}function l(g){g.index!==null&&e.remove(g.index);for(let m in g.attributes)e.remove(g.attributes[m]);g.removeEventListener("dispose",a),delete r[g.id],o.unregister(g);let v=s.get(g);v&&(e.remove(v),s.delete(g)),n.releaseStatesOfGeometry(g),g.isInstancedBufferGeometry===!0&&delete g._maxInstanceCount,t.memory.geometries--}function c(g,v){return r[v.id]!==void 0||(v.addEventListener("dispose",a),r[v.id]=new WeakRef(v),o.register(v,v.id,v),t.memory.geometries++),v}function h(g){let v=g.attributes;for(let m in v)e.update(v[m],i.ARRAY_BUFFER)}function u(g){let v=g.index,m=g.attributes.position,p=0;if(m===void 0)return;let b=v!==null?v.array.length:m.array.length/3-1,C=m.count>=65535?xs:ys,w=new C(Math.ceil(b/3)*6,1),A=w.array;if(v!==null){let y=v.array;p=v.version;for(let M=0,B=0;M<b;M+=3){let I=y[M+0],N=y[M+1],z=y[M+2];A[B++]=I,A[B++]=N,A[B++]=N,A[B++]=z,A[B++]=z,A[B++]=I}}else{p=m.version;for(let y=0,M=0;y<b;y+=3){let B=y+0,I=y+1,N=y+2;A[M++]=B,A[M++]=I,A[M++]=I,A[M++]=N,A[M++]=N,A[M++]=B}}w.version=p;let E=s.get(g);E&&e.remove(E),s.set(g,w)}function d(g){let v=s.get(g);if(v){let m=g.index;m!==null&&v.version<m.version&&u(g)}else u(g);return s.get(g)}function f(){for(let g in r){let v=r[g].deref();v!==void 0&&l(v)}}return{get:c,update:h,getWireframeAttribute:d,dispose:f}}function Dv(i,e,t){let n;function r(u){n=u}let s,o;function a(u){s=u.type,o=u.bytesPerElement}function l(u,d){i.drawElements(n,d,s,u*o),t.update(d,n,1)}function c(u,d,f){f!==0&&(i.drawElementsInstanced(n,d,s,u*o,f),t.update(d,n,f))}function h(u,d,f){if(f===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,d,0,s,u,0,f);let v=0;for(let m=0;m<f;m++)v+=d[m];t.update(v,n,1)}this.setMode=r,this.setIndex=a,this.render=l,this.renderInstances=c,this.renderMultiDraw=h}function Uv(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(s,o,a){switch(t.calls++,o){case i.TRIANGLES:t.triangles+=a*(s/3);break;case i.LINES:t.lines+=a*(s/2);break;case i.LINE_STRIP:t.lines+=a*(s-1);break;case i.LINE_LOOP:t.lines+=a*s;break;case i.POINTS:t.points+=a*s;break;default:Le("WebGLInfo: Unknown draw mode:",o);break}}function r(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:r,update:n}}function Fv(i,e,t){let n=new WeakMap,r=new ht;function s(o,a,l){let c=o.morphTargetInfluences,h=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,u=h!==void 0?h.length:0,d=n.get(a);if(d===void 0||d.count!==u){let B=function(){y.dispose(),n.delete(a),a.removeEventListener("dispose",B)};d!==void 0&&d.texture.dispose();let f=a.morphAttributes.position!==void 0,g=a.morphAttributes.normal!==void 0,v=a.morphAttributes.color!==void 0,m=a.morphAttributes.position||[],p=a.morphAttributes.normal||[],b=a.morphAttributes.color||[],C=0;f===!0&&(C=1),g===!0&&(C=2),v===!0&&(C=3);let w=a.attributes.position.count*C,A=1;w>e.maxTextureSize&&(A=Math.ceil(w/e.maxTextureSize),w=e.maxTextureSize);let E=new Float32Array(w*A*4*u),y=new ps(E,w,A,u);y.type=Mn,y.needsUpdate=!0;let M=C*4;for(let I=0;I<u;I++){let N=m[I],z=p[I],X=b[I],P=w*A*4*I;for(let $=0;$<N.count;$++){let K=$*M;f===!0&&(r.fromBufferAttribute(N,$),E[P+K+0]=r.x,E[P+K+1]=r.y,E[P+K+2]=r.z,E[P+K+3]=0),g===!0&&(r.fromBufferAttribute(z,$),E[P+K+4]=r.x,E[P+K+5]=r.y,E[P+K+6]=r.z,E[P+K+7]=0),v===!0&&(r.fromBufferAttribute(X,$),E[P+K+8]=r.x,E[P+K+9]=r.y,E[P+K+10]=r.z,E[P+K+11]=X.itemSize===4?r.w:1)}}d={count:u,texture:y,size:new Ze(w,A)},n.set(a,d),a.addEventListener("dispose",B)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)l.getUniforms().setValue(i,"morphTexture",o.morphTexture,t);else{let f=0;for(let v=0;v<c.length;v++)f+=c[v];let g=a.morphTargetsRelative?1:1-f;l.getUniforms().setValue(i,"morphTargetBaseInfluence",g),l.getUniforms().setValue(i,"morphTargetInfluences",c)}l.getUniforms().setValue(i,"morphTargetsTexture",d.texture,t),l.getUniforms().setValue(i,"morphTargetsTextureSize",d.size)}return{update:s}}function Bv(i,e,t,n,r){let s=new WeakMap;function o(c){let h=r.render.frame,u=c.geometry,d=e.get(c,u);if(s.get(d)!==h&&(e.update(d),s.set(d,h)),c.isInstancedMesh&&(c.hasEventListener("dispose",l)===!1&&c.addEventListener("dispose",l),s.get(c)!==h&&(t.update(c.instanceMatrix,i.ARRAY_BUFFER),c.instanceColor!==null&&t.update(c.instanceColor,i.ARRAY_BUFFER),s.set(c,h))),c.isSkinnedMesh){let f=c.skeleton;s.get(f)!==h&&(f.update(),s.set(f,h))}return d}function a(){s=new WeakMap}function l(c){let h=c.target;h.removeEventListener("dispose",l),n.releaseStatesOfObject(h),t.remove(h.instanceMatrix),h.instanceColor!==null&&t.remove(h.instanceColor)}return{update:o,dispose:a}}var kv={[ih]:"LINEAR_TONE_MAPPING",[rh]:"REINHARD_TONE_MAPPING",[sh]:"CINEON_TONE_MAPPING",[oh]:"ACES_FILMIC_TONE_MAPPING",[lh]:"AGX_TONE_MAPPING",[ch]:"NEUTRAL_TONE_MAPPING",[ah]:"CUSTOM_TONE_MAPPING"};function zv(i,e,t,n,r,s){let o=new Kt(e,t,{type:i,depthBuffer:r,stencilBuffer:s,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,l=null,c=null,h=new bn;h.setAttribute("position",new $t([-1,3,0,-1,-1,0,3,-1,0],3)),h.setAttribute("uv",new $t([0,2,0,0,2,0],2));let u=new Lr({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),d=new cn(h,u),f=new Aa(-1,1,1,-1,0,1),g=null,v=null,m=!1,p,b=null,C=[],w=!1;this.setSize=function(A,E){o.setSize(A,E),a!==null&&a.setSize(A,E),l!==null&&l.setSize(A,E);for(let y=0;y<C.length;y++){let M=C[y];M.setSize&&M.setSize(A,E)}},this.setEffects=function(A){C=A,w=C.length>0&&C[0].isRenderPass===!0;let E=o.width,y=o.height;C.length>0&&a===null&&(a=new Kt(E,y,{type:wn,depthBuffer:!1,stencilBuffer:!1}),l=new Kt(E,y,{type:wn,depthBuffer:!1,stencilBuffer:!1}));let M=r===!0&&C.some(B=>B.needsDepthTexture===!0);M!==(o.depthTexture!==null)&&(M===!0&&c===null&&(c=new Kn(E,y),s===!0&&(c.format=jn,c.type=Xi)),o.dispose(),o.depthTexture=M?c:null,o.resolveDepthBuffer=M,o.storeMultisampledDepthBuffer=M);for(let B=0;B<C.length;B++){let I=C[B];I.setSize&&I.setSize(E,y),M&&I.needsDepthTexture===!0&&I.setDepthTexture&&I.setDepthTexture(c)}},this.begin=function(A,E){if(m||A.toneMapping===Un&&C.length===0)return!1;if(b=E,E!==null){let y=E.width,M=E.height;(o.width!==y||o.height!==M)&&this.setSize(y,M)}return w===!1&&A.setRenderTarget(o),p=A.toneMapping,A.toneMapping=Un,!0},this.hasRenderPass=function(){return w},this.end=function(A,E){A.toneMapping=p,m=!0;let y=o,M=a;for(let B=0;B<C.length;B++){let I=C[B];I.enabled!==!1&&(I.render(A,M,y,E),I.needsSwap!==!1&&(y=M,M=M===a?l:a))}if(g!==A.outputColorSpace||v!==A.toneMapping){g=A.outputColorSpace,v=A.toneMapping,u.defines={},Ge.getTransfer(g)===Ke&&(u.defines.SRGB_TRANSFER="");let B=kv[v];B&&(u.defines[B]=""),u.needsUpdate=!0}u.uniforms.tDiffuse.value=y.texture,A.setRenderTarget(b),A.render(d,f),b=null,m=!1},this.isCompositing=function(){return m},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),l!==null&&l.dispose(),h.dispose(),u.dispose()}}var yp=new qt,xp=new Kn(1,1),_p=new bs(1),vp=new ps,bp=new ha,Sp=new vs,Jf=[],Kf=[],Qf=new Float32Array(16),jf=new Float32Array(9),ep=new Float32Array(4);function kr(i,e,t){let n=i[0];if(n<=0||n>0)return i;let r=e*t,s=Jf[r];if(s===void 0&&(s=new Float32Array(r),Jf[r]=s),e!==0){n.toArray(s,0);for(let o=1,a=0;o!==e;++o)a+=t,i[o].toArray(s,a)}return s}function _t(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function vt(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function xl(i,e){let t=Kf[e];t===void 0&&(t=new Int32Array(e),Kf[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function Hv(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function Gv(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(_t(t,e))return;i.uniform2fv(this.addr,e),vt(t,e)}}function Vv(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(_t(t,e))return;i.uniform3fv(this.addr,e),vt(t,e)}}function Wv(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(_t(t,e))return;i.uniform4fv(this.addr,e),vt(t,e)}}function $v(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(_t(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),vt(t,e)}else{if(_t(t,n))return;ep.set(n),i.uniformMatrix2fv(this.addr,!1,ep),vt(t,n)}}function qv(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(_t(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),vt(t,e)}else{if(_t(t,n))return;jf.set(n),i.uniformMatrix3fv(this.addr,!1,jf),vt(t,n)}}function Xv(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(_t(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),vt(t,e)}else{if(_t(t,n))return;Qf.set(n),i.uniformMatrix4fv(this.addr,!1,Qf),vt(t,n)}}function Yv(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function Zv(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(_t(t,e))return;i.uniform2iv(this.addr,e),vt(t,e)}}function Jv(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(_t(t,e))return;i.uniform3iv(this.addr,e),vt(t,e)}}function Kv(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(_t(t,e))return;i.uniform4iv(this.addr,e),vt(t,e)}}function Qv(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function jv(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(_t(t,e))return;i.uniform2uiv(this.addr,e),vt(t,e)}}function eb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(_t(t,e))return;i.uniform3uiv(this.addr,e),vt(t,e)}}function tb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(_t(t,e))return;i.uniform4uiv(this.addr,e),vt(t,e)}}function _l(i){return i.version===0&&(i.compareFunction=bh,i.needsUpdate=!0),i}function nb(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r);let s;this.type===i.SAMPLER_2D_SHADOW?s=_l(xp):s=yp,t.setTexture2D(e||s,r)}function ib(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r),t.setTexture3D(e||bp,r)}function rb(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r);let s;this.type===i.SAMPLER_CUBE_SHADOW?s=_l(_p):s=Sp,t.setTextureCube(e||s,r)}function sb(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r),t.setTexture2DArray(e||vp,r)}function ob(i){switch(i){case 5126:return Hv;case 35664:return Gv;case 35665:return Vv;case 35666:return Wv;case 35674:return $v;case 35675:return qv;case 35676:return Xv;case 5124:case 35670:return Yv;case 35667:case 35671:return Zv;case 35668:case 35672:return Jv;case 35669:case 35673:return Kv;case 5125:return Qv;case 36294:return jv;case 36295:return eb;case 36296:return tb;case 35678:case 36198:case 36298:case 36306:case 35682:return nb;case 35679:case 36299:case 36307:return ib;case 35680:case 36300:case 36308:case 36293:return rb;case 36289:case 36303:case 36311:case 36292:return sb}}function ab(i,e){i.uniform1fv(this.addr,e)}function lb(i,e){let t=kr(e,this.size,2);i.uniform2fv(this.addr,t)}function cb(i,e){let t=kr(e,this.size,3);i.uniform3fv(this.addr,t)}function hb(i,e){let t=kr(e,this.size,4);i.uniform4fv(this.addr,t)}function ub(i,e){let t=kr(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function db(i,e){let t=kr(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function fb(i,e){let t=kr(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function pb(i,e){i.uniform1iv(this.addr,e)}function mb(i,e){i.uniform2iv(this.addr,e)}function gb(i,e){i.uniform3iv(this.addr,e)}function yb(i,e){i.uniform4iv(this.addr,e)}function xb(i,e){i.uniform1uiv(this.addr,e)}function _b(i,e){i.uniform2uiv(this.addr,e)}function vb(i,e){i.uniform3uiv(this.addr,e)}function bb(i,e){i.uniform4uiv(this.addr,e)}function Sb(i,e,t){let n=this.cache,r=e.length,s=xl(t,r);_t(n,s)||(i.uniform1iv(this.addr,s),vt(n,s));let o;this.type===i.SAMPLER_2D_SHADOW?o=_l(xp):o=yp;for(let a=0;a!==r;++a)t.setTexture2D(e[a]||o,s[a])}function Mb(i,e,t){let n=this.cache,r=e.length,s=xl(t,r);_t(n,s)||(i.uniform1iv(this.addr,s),vt(n,s));for(let o=0;o!==r;++o)t.setTexture3D(e[o]||bp,s[o])}function wb(i,e,t){let n=this.cache,r=e.length,s=xl(t,r);_t(n,s)||(i.uniform1iv(this.addr,s),vt(n,s));let o;this.type===i.SAMPLER_CUBE_SHADOW?o=_l(_p):o=Sp;for(let a=0;a!==r;++a)t.setTextureCube(e[a]||o,s[a])}function Eb(i,e,t){let n=this.cache,r=e.length,s=xl(t,r);_t(n,s)||(i.uniform1iv(this.addr,s),vt(n,s));for(let o=0;o!==r;++o)t.setTexture2DArray(e[o]||vp,s[o])}function Tb(i){switch(i){case 5126:return ab;case 35664:return lb;case 35665:return cb;case 35666:return hb;case 35674:return ub;case 35675:return db;case 35676:return fb;case 5124:case 35670:return pb;case 35667:case 35671:return mb;case 35668:case 35672:return gb;case 35669:case 35673:return yb;case 5125:return xb;case 36294:return _b;case 36295:return vb;case 36296:return bb;case 35678:case 36198:case 36298:case 36306:case 35682:return Sb;case 35679:case 36299:case 36307:return Mb;case 35680:case 36300:case 36308:case 36293:return wb;case 36289:case 36303:case 36311:case 36292:return Eb}}var Ph=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=ob(t.type)}},Ih=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=Tb(t.type)}},Lh=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let r=this.seq;for(let s=0,o=r.length;s!==o;++s){let a=r[s];a.setValue(e,t[a.id],n)}}},Ch=/(\w+)(\])?(\[|\.)?/g;function tp(i,e){i.seq.push(e),i.map[e.id]=e}function Ab(i,e,t){let n=i.name,r=n.length;for(Ch.lastIndex=0;;){let s=Ch.exec(n),o=Ch.lastIndex,a=s[1],l=s[2]==="]",c=s[3];if(l&&(a=a|0),c===void 0||c==="["&&o+2===r){tp(t,c===void 0?new Ph(a,i,e):new Ih(a,i,e));break}else{let u=t.map[a];u===void 0&&(u=new Lh(a),tp(t,u)),t=u}}}var Br=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<n;++o){let a=e.getActiveUniform(t,o),l=e.getUniformLocation(t,a.name);Ab(a,l,this)}let r=[],s=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?r.push(o):s.push(o);r.length>0&&(this.seq=r.concat(s))}setValue(e,t,n,r){let s=this.map[t];s!==void 0&&s.setValue(e,n,r)}setOptional(e,t,n){let r=t[n];r!==void 0&&this.setValue(e,n,r)}static upload(e,t,n,r){for(let s=0,o=t.length;s!==o;++s){let a=t[s],l=n[a.id];l.needsUpdate!==!1&&a.setValue(e,l.value,r)}}static seqWithValue(e,t){let n=[];for(let r=0,s=e.length;r!==s;++r){let o=e[r];o.id in t&&n.push(o)}return n}};function np(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var Cb=37297,Rb=0;function Pb(i,e){let t=i.split(`
`),n=[],r=Math.max(e-6,0),s=Math.min(e+6,t.length);for(let o=r;o<s;o++){let a=o+1;n.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return n.join(`
`)}var ip=new Ne;function Ib(i){Ge._getMatrix(ip,Ge.workingColorSpace,i);let e=`mat3( ${ip.elements.map(t=>t.toFixed(4))} )`;switch(Ge.getTransfer(i)){case us:return[e,"LinearTransferOETF"];case Ke:return[e,"sRGBTransferOETF"];default:return Ie("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function rp(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),s=(i.getShaderInfoLog(e)||"").trim();if(n&&s==="")return"";let o=/ERROR: 0:(\d+)/.exec(s);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+s+`

`+Pb(i.getShaderSource(e),a)}else return s}function Lb(i,e){let t=Ib(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var Nb={[ih]:"Linear",[rh]:"Reinhard",[sh]:"Cineon",[oh]:"ACESFilmic",[lh]:"AgX",[ch]:"Neutral",[ah]:"Custom"};function Ob(i,e){let t=Nb[e];return t===void 0?(Ie("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var ml=new H;function Db(){Ge.getLuminanceCoefficients(ml);let i=ml.x.toFixed(4),e=ml.y.toFixed(4),t=ml.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function Ub(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(Fs).join(`
`)}function Fb(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function Bb(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let r=0;r<n;r++){let s=i.getActiveAttrib(e,r),o=s.name,a=1;s.type===i.FLOAT_MAT2&&(a=2),s.type===i.FLOAT_MAT3&&(a=3),s.type===i.FLOAT_MAT4&&(a=4),t[o]={type:s.type,location:i.getAttribLocation(e,o),locationSize:a}}return t}function Fs(i){return i!==""}function sp(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function op(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var kb=/^[ \t]*#include +<([\w\d./]+)>/gm;function Nh(i){return i.replace(kb,zb)}function zb(i,e){let t=ze[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return Nh(t)}var Hb=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function ap(i){return i.replace(Hb,Gb)}function Gb(i,e,t,n){let r="";for(let s=parseInt(e);s<parseInt(t);s++)r+=n.replace(/\[\s*i\s*\]/g,"[ "+s+" ]").replace(/UNROLLED_LOOP_INDEX/g,s);return r}function lp(i){let e=`precision ${i.precision} float;
	precision ${i.precision} int;
	precision ${i.precision} sampler2D;
	precision ${i.precision} samplerCube;
	precision ${i.precision} sampler3D;
	precision ${i.precision} sampler2DArray;
	precision ${i.precision} sampler2DShadow;
	precision ${i.precision} samplerCubeShadow;
	precision ${i.precision} sampler2DArrayShadow;
	precision ${i.precision} isampler2D;
	precision ${i.precision} isampler3D;
	precision ${i.precision} isamplerCube;
	precision ${i.precision} isampler2DArray;
	precision ${i.precision} usampler2D;
	precision ${i.precision} usampler3D;
	precision ${i.precision} usamplerCube;
	precision ${i.precision} usampler2DArray;
	`;return i.precision==="highp"?e+=`
#define HIGH_PRECISION`:i.precision==="mediump"?e+=`
#define MEDIUM_PRECISION`:i.precision==="lowp"&&(e+=`
#define LOW_PRECISION`),e}var Vb={[Ts]:"SHADOWMAP_TYPE_PCF",[Or]:"SHADOWMAP_TYPE_VSM"};function Wb(i){return Vb[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var $b={[Ur]:"ENVMAP_MODE_REFRACTION"};function qb(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":$b[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var Xb={[nh]:"ENVMAP_BLENDING_MULTIPLY",[Ef]:"ENVMAP_BLENDING_MIX",[Tf]:"ENVMAP_BLENDING_ADD"};function Yb(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":Xb[i.combine]||"ENVMAP_BLENDING_NONE"}function Zb(i,e,t,n){let r=i.getContext(),s=t.defines,o=t.vertexShader,a=t.fragmentShader,l=Wb(t),c=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",h=qb(t),u=Yb(t),d=Ub(t),f=Fb(s),g=r.createProgram(),v,m,p=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(v=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(Fs).join(`
`),v.length>0&&(v+=`
`),m=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(Fs).join(`
`),m.length>0&&(m+=`
`)):(v=[lp(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+h:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(Fs).join(`
`),m=[lp(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+c:"",t.envMap?"#define "+h:"",t.envMap?"#define "+u:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==Un?"#define TONE_MAPPING":"",t.toneMapping!==Un?ze.tonemapping_pars_fragment:"",t.toneMapping!==Un?Ob("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",ze.colorspace_pars_fragment,Lb("linearToOutputTexel",t.outputColorSpace),Db(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(Fs).join(`
`)),o=Nh(o),o=sp(o,t),o=op(o,t),a=Nh(a),a=sp(a,t),a=op(a,t),o=ap(o),a=ap(a),t.isRawShaderMaterial!==!0&&(p=`#version 300 es
`,v=[d,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+v,m=["#define varying in",t.glslVersion===Os?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===Os?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+m);let b=p+v+o,C=p+m+a,w=np(r,r.VERTEX_SHADER,b),A=np(r,r.FRAGMENT_SHADER,C);r.attachShader(g,w),r.attachShader(g,A),t.index0AttributeName!==void 0?r.bindAttribLocation(g,0,t.index0AttributeName):t.hasPositionAttribute===!0&&r.bindAttribLocation(g,0,"position"),r.linkProgram(g);function E(I){if(i.debug.checkShaderErrors){let N=r.getProgramInfoLog(g)||"",z=r.getShaderInfoLog(w)||"",X=r.getShaderInfoLog(A)||"",P=N.trim(),$=z.trim(),K=X.trim(),G=!0,ne=!0;if(r.getProgramParameter(g,r.LINK_STATUS)===!1)if(G=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(r,g,w,A);else{let W=rp(r,w,"vertex"),j=rp(r,A,"fragment");Le("WebGLProgram: Shader Error "+r.getError()+" - VALIDATE_STATUS "+r.getProgramParameter(g,r.VALIDATE_STATUS)+`

Material Name: `+I.name+`
Material Type: `+I.type+`

Program Info Log: `+P+`
`+W+`
`+j)}else P!==""?Ie("WebGLProgram: Program Info Log:",P):($===""||K==="")&&(ne=!1);ne&&(I.diagnostics={runnable:G,programLog:P,vertexShader:{log:$,prefix:v},fragmentShader:{log:K,prefix:m}})}r.deleteShader(w),r.deleteShader(A),y=new Br(r,g),M=Bb(r,g)}let y;this.getUniforms=function(){return y===void 0&&E(this),y};let M;this.getAttributes=function(){return M===void 0&&E(this),M};let B=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return B===!1&&(B=r.getProgramParameter(g,Cb)),B},this.destroy=function(){n.releaseStatesOfProgram(this),r.deleteProgram(g),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=Rb++,this.cacheKey=e,this.usedTimes=1,this.program=g,this.vertexShader=w,this.fragmentShader=A,this}var Jb=0,Oh=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let r=this._getShaderCacheForMaterial(e);return r.has(t)===!1&&(r.add(t),t.usedTimes++),r.has(n)===!1&&(r.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new Dh(e),t.set(e,n)),n}},Dh=class{constructor(e){this.id=Jb++,this.code=e,this.usedTimes=0}};function Kb(i){return i===bi||i===Ls||i===Ns}function Qb(i,e,t,n,r,s){let o=new ms,a=new Oh,l=new Set,c=[],h=new Map,u=n.logarithmicDepthBuffer,d={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function f(y){return l.add(y),y===0?"uv":`uv${y}`}function g(y,M,B,I,N,z){let X=I.fog,P=N.geometry,$=y.isMeshStandardMaterial||y.isMeshLambertMaterial||y.isMeshPhongMaterial?I.environment:null,K=y.isMeshStandardMaterial||y.isMeshLambertMaterial&&!y.envMap||y.isMeshPhongMaterial&&!y.envMap,G=e.get(y.envMap||$,K),ne=d[y.type],W=n.precision;y.precision!==null&&(W=n.getMaxPrecision(y.precision),W!==y.precision&&Ie("WebGLProgram.getParameters:",y.precision,"not supported, using",W,"instead."));let j=P.morphAttributes.position||P.morphAttributes.normal||P.morphAttributes.color,ee=j!==void 0?j.length:0,Me=0;P.morphAttributes.position!==void 0&&(Me=1),P.morphAttributes.normal!==void 0&&(Me=2),P.morphAttributes.color!==void 0&&(Me=3);let De,Z,me,ve;if(ne){let fe=Bn[ne];De=fe.vertexShader,Z=fe.fragmentShader}else{De=y.vertexShader,Z=y.fragmentShader;let fe=a.getVertexShaderStage(y),je=a.getFragmentShaderStage(y);a.update(y,fe,je),me=fe.id,ve=je.id}let Ce=i.getRenderTarget(),ge=i.state.buffers.depth.getReversed(),Fe=N.isInstancedMesh===!0,pt=N.isBatchedMesh===!0,Pe=!!y.map,Qe=!!y.matcap,et=!!G,Ve=et&&G.isPMREMTexture===!0,Pt=!!y.aoMap,yt=!!y.lightMap,Wt=!!y.bumpMap&&y.wireframe===!1,lt=!!y.normalMap,Cn=!!y.displacementMap,St=!!y.emissiveMap,en=!!y.metalnessMap,tn=!!y.roughnessMap,nn=y.anisotropy>0,L=y.clearcoat>0,rn=y.diffuseRoughness>0,ot=y.dispersion>0,at=y.retroreflectivity>0,de=y.iridescence>0,xt=y.sheen>0,Re=y.transmission>0,Oe=nn&&!!y.anisotropyMap,S=L&&!!y.clearcoatMap,x=L&&!!y.clearcoatNormalMap,D=L&&!!y.clearcoatRoughnessMap,te=rn&&!!y.diffuseRoughnessMap,Q=de&&!!y.iridescenceMap,se=de&&!!y.iridescenceThicknessMap,he=xt&&!!y.sheenColorMap,q=xt&&!!y.sheenRoughnessMap,Y=!!y.specularMap,ae=!!y.specularColorMap,T=!!y.specularIntensityMap,J=Re&&!!y.transmissionMap,V=Re&&!!y.thicknessMap,le=!!y.gradientMap,re=!!y.alphaMap,oe=y.alphaTest>0,Ee=!!y.alphaHash,ke=!!y.extensions,ie=Un;y.toneMapped&&(Ce===null||Ce.isXRRenderTarget===!0)&&(ie=i.toneMapping);let Te=Ve?G.isCompressedCubeTexture?G.image[0].mipmaps:G.mipmaps:null,Be={shaderID:ne,shaderType:y.type,shaderName:y.name,vertexShader:De,fragmentShader:Z,defines:y.defines,customVertexShaderID:me,customFragmentShaderID:ve,isRawShaderMaterial:y.isRawShaderMaterial===!0,glslVersion:y.glslVersion,precision:W,batching:pt,batchingColor:pt&&N._colorsTexture!==null,instancing:Fe,instancingColor:Fe&&N.instanceColor!==null,instancingMorph:Fe&&N.morphTexture!==null,outputColorSpace:Ce===null?i.outputColorSpace:Ce.isXRRenderTarget===!0?Ce.texture.colorSpace:Ge.workingColorSpace,alphaToCoverage:!!y.alphaToCoverage,map:Pe,matcap:Qe,envMap:et,envMapMode:et&&G.mapping,envMapPMREM:Ve,envMapMaxLod:Ve?Te.length-1:null,envMapSize:Ve?Te[0].width:null,aoMap:Pt,lightMap:yt,bumpMap:Wt,normalMap:lt,displacementMap:Cn,emissiveMap:St,normalMapObjectSpace:lt&&y.normalMapType===Rf,normalMapTangentSpace:lt&&y.normalMapType===xh,packedNormalMap:lt&&y.normalMapType===xh&&Kb(y.normalMap.format),metalnessMap:en,roughnessMap:tn,anisotropy:nn,anisotropyMap:Oe,clearcoat:L,clearcoatMap:S,clearcoatNormalMap:x,clearcoatRoughnessMap:D,diffuseRoughness:rn,diffuseRoughnessMap:te,dispersion:ot,retroreflection:at,iridescence:de,iridescenceMap:Q,iridescenceThicknessMap:se,sheen:xt,sheenColorMap:he,sheenRoughnessMap:q,specularMap:Y,specularColorMap:ae,specularIntensityMap:T,transmission:Re,transmissionMap:J,thicknessMap:V,gradientMap:le,opaque:y.transparent===!1&&y.blending===Dr&&y.alphaToCoverage===!1,alphaMap:re,alphaTest:oe,alphaHash:Ee,combine:y.combine,mapUv:Pe&&f(y.map.channel),aoMapUv:Pt&&f(y.aoMap.channel),lightMapUv:yt&&f(y.lightMap.channel),bumpMapUv:Wt&&f(y.bumpMap.channel),normalMapUv:lt&&f(y.normalMap.channel),displacementMapUv:Cn&&f(y.displacementMap.channel),emissiveMapUv:St&&f(y.emissiveMap.channel),metalnessMapUv:en&&f(y.metalnessMap.channel),roughnessMapUv:tn&&f(y.roughnessMap.channel),anisotropyMapUv:Oe&&f(y.anisotropyMap.channel),clearcoatMapUv:S&&f(y.clearcoatMap.channel),clearcoatNormalMapUv:x&&f(y.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:D&&f(y.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:te&&f(y.diffuseRoughnessMap.channel),iridescenceMapUv:Q&&f(y.iridescenceMap.channel),iridescenceThicknessMapUv:se&&f(y.iridescenceThicknessMap.channel),sheenColorMapUv:he&&f(y.sheenColorMap.channel),sheenRoughnessMapUv:q&&f(y.sheenRoughnessMap.channel),specularMapUv:Y&&f(y.specularMap.channel),specularColorMapUv:ae&&f(y.specularColorMap.channel),specularIntensityMapUv:T&&f(y.specularIntensityMap.channel),transmissionMapUv:J&&f(y.transmissionMap.channel),thicknessMapUv:V&&f(y.thicknessMap.channel),alphaMapUv:re&&f(y.alphaMap.channel),vertexTangents:!!P.attributes.tangent&&(lt||nn),vertexNormals:!!P.attributes.normal,vertexColors:y.vertexColors,vertexAlphas:y.vertexColors===!0&&!!P.attributes.color&&P.attributes.color.itemSize===4,pointsUvs:N.isPoints===!0&&!!P.attributes.uv&&(Pe||re),fog:!!X,useFog:y.fog===!0,fogExp2:!!X&&X.isFogExp2,flatShading:y.wireframe===!1&&(y.flatShading===!0||P.attributes.normal===void 0&&lt===!1&&(y.isMeshLambertMaterial||y.isMeshPhongMaterial||y.isMeshStandardMaterial||y.isMeshPhysicalMaterial)),sizeAttenuation:y.sizeAttenuation===!0,logarithmicDepthBuffer:u,reversedDepthBuffer:ge,skinning:N.isSkinnedMesh===!0,hasPositionAttribute:P.attributes.position!==void 0,morphTargets:P.morphAttributes.position!==void 0,morphNormals:P.morphAttributes.normal!==void 0,morphColors:P.morphAttributes.color!==void 0,morphTargetsCount:ee,morphTextureStride:Me,numSunLights:M.sun.length,numDirLights:M.directional.length,numPointLights:M.point.length,numSpotLights:M.spot.length,numSpotLightMaps:M.spotLightMap.length,numRectAreaLights:M.rectArea.length,numHemiLights:M.hemi.length,numSunLightShadows:M.sunShadowMap.length,numDirLightShadows:M.directionalShadowMap.length,numPointLightShadows:M.pointShadowMap.length,numSpotLightShadows:M.spotShadowMap.length,numSpotLightShadowsWithMaps:M.numSpotLightShadowsWithMaps,numLightProbes:M.numLightProbes,numLightProbeGrids:z.filter(fe=>fe.texture!==null).length,numClippingPlanes:s.numPlanes,numClipIntersection:s.numIntersection,dithering:y.dithering,shadowMapEnabled:i.shadowMap.enabled&&B.length>0,shadowMapType:i.shadowMap.type,toneMapping:ie,decodeVideoTexture:Pe&&y.map.isVideoTexture===!0&&Ge.getTransfer(y.map.colorSpace)===Ke,decodeVideoTextureEmissive:St&&y.emissiveMap.isVideoTexture===!0&&Ge.getTransfer(y.emissiveMap.colorSpace)===Ke,premultipliedAlpha:y.premultipliedAlpha,doubleSided:y.side===hn,flipSided:y.side===Gt,useDepthPacking:y.depthPacking>=0,depthPacking:y.depthPacking||0,index0AttributeName:y.index0AttributeName,extensionClipCullDistance:ke&&y.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(ke&&y.extensions.multiDraw===!0||pt)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:y.customProgramCacheKey()};return Be.vertexUv1s=l.has(1),Be.vertexUv2s=l.has(2),Be.vertexUv3s=l.has(3),l.clear(),Be}function v(y){let M=[];if(y.shaderID?M.push(y.shaderID):(M.push(y.customVertexShaderID),M.push(y.customFragmentShaderID)),y.defines!==void 0)for(let B in y.defines)M.push(B),M.push(y.defines[B]);return y.isRawShaderMaterial===!1&&(m(M,y),p(M,y),M.push(i.outputColorSpace)),M.push(y.customProgramCacheKey),M.join()}function m(y,M){y.push(M.precision),y.push(M.outputColorSpace),y.push(M.envMapMode),y.push(M.envMapPMREM),y.push(M.envMapMaxLod),y.push(M.envMapSize),y.push(M.mapUv),y.push(M.alphaMapUv),y.push(M.lightMapUv),y.push(M.aoMapUv),y.push(M.bumpMapUv),y.push(M.normalMapUv),y.push(M.displacementMapUv),y.push(M.emissiveMapUv),y.push(M.metalnessMapUv),y.push(M.roughnessMapUv),y.push(M.anisotropyMapUv),y.push(M.clearcoatMapUv),y.push(M.clearcoatNormalMapUv),y.push(M.clearcoatRoughnessMapUv),y.push(M.diffuseRoughnessMapUv),y.push(M.iridescenceMapUv),y.push(M.iridescenceThicknessMapUv),y.push(M.sheenColorMapUv),y.push(M.sheenRoughnessMapUv),y.push(M.specularMapUv),y.push(M.specularColorMapUv),y.push(M.specularIntensityMapUv),y.push(M.transmissionMapUv),y.push(M.thicknessMapUv),y.push(M.combine),y.push(M.fogExp2),y.push(M.sizeAttenuation),y.push(M.morphTargetsCount),y.push(M.numSunLights),y.push(M.numDirLights),y.push(M.numPointLights),y.push(M.numSpotLights),y.push(M.numSpotLightMaps),y.push(M.numHemiLights),y.push(M.numRectAreaLights),y.push(M.numSunLightShadows),y.push(M.numDirLightShadows),y.push(M.numPointLightShadows),y.push(M.numSpotLightShadows),y.push(M.numSpotLightShadowsWithMaps),y.push(M.numLightProbes),y.push(M.numLightProbeGrids),y.push(M.shadowMapType),y.push(M.toneMapping),y.push(M.numClippingPlanes),y.push(M.numClipIntersection),y.push(M.depthPacking)}function p(y,M){o.disableAll(),M.instancing&&o.enable(0),M.instancingColor&&o.enable(1),M.instancingMorph&&o.enable(2),M.matcap&&o.enable(3),M.envMap&&o.enable(4),M.normalMapObjectSpace&&o.enable(5),M.normalMapTangentSpace&&o.enable(6),M.clearcoat&&o.enable(7),M.iridescence&&o.enable(8),M.alphaTest&&o.enable(9),M.vertexColors&&o.enable(10),M.vertexAlphas&&o.enable(11),M.vertexUv1s&&o.enable(12),M.vertexUv2s&&o.enable(13),M.vertexUv3s&&o.enable(14),M.vertexTangents&&o.enable(15),M.anisotropy&&o.enable(16),M.alphaHash&&o.enable(17),M.batching&&o.enable(18),M.dispersion&&o.enable(19),M.retroreflection&&o.enable(24),M.diffuseRoughness&&o.enable(25),M.batchingColor&&o.enable(20),M.gradientMap&&o.enable(21),M.packedNormalMap&&o.enable(22),M.vertexNormals&&o.enable(23),y.push(o.mask),o.disableAll(),M.fog&&o.enable(0),M.useFog&&o.enable(1),M.flatShading&&o.enable(2),M.logarithmicDepthBuffer&&o.enable(3),M.reversedDepthBuffer&&o.enable(4),M.skinning&&o.enable(5),M.morphTargets&&o.enable(6),M.morphNormals&&o.enable(7),M.morphColors&&o.enable(8),M.premultipliedAlpha&&o.enable(9),M.shadowMapEnabled&&o.enable(10),M.doubleSided&&o.enable(11),M.flipSided&&o.enable(12),M.useDepthPacking&&o.enable(13),M.dithering&&o.enable(14),M.transmission&&o.enable(15),M.sheen&&o.enable(16),M.opaque&&o.enable(17),M.pointsUvs&&o.enable(18),M.decodeVideoTexture&&o.enable(19),M.decodeVideoTextureEmissive&&o.enable(20),M.alphaToCoverage&&o.enable(21),M.numLightProbeGrids>0&&o.enable(22),M.hasPositionAttribute&&o.enable(23),y.push(o.mask)}function b(y){let M=d[y.type],B;if(M){let I=Bn[M];B=Vf.clone(I.uniforms)}else B=y.uniforms;return B}function C(y,M){let B=h.get(M);return B!==void 0?++B.usedTimes:(B=new Zb(i,M,y,r),c.push(B),h.set(M,B)),B}function w(y){if(--y.usedTimes===0){let M=c.indexOf(y);c[M]=c[c.length-1],c.pop(),h.delete(y.cacheKey),y.destroy()}}function A(y){a.remove(y)}function E(){a.dispose()}return{getParameters:g,getProgramCacheKey:v,getUniforms:b,acquireProgram:C,releaseProgram:w,releaseShaderCache:A,programs:c,dispose:E}}function jb(){let i=new WeakMap;function e(o){return i.has(o)}function t(o){let a=i.get(o);return a===void 0&&(a={},i.set(o,a)),a}function n(o){i.delete(o)}function r(o,a,l){i.get(o)[a]=l}function s(){i=new WeakMap}return{has:e,get:t,remove:n,update:r,dispose:s}}function eS(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function cp(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function hp(){let i=[],e=0,t=[],n=[],r=[];function s(){e=0,t.length=0,n.length=0,r.length=0}function o(d){let f=0;return d.isInstancedMesh&&(f+=2),d.isSkinnedMesh&&(f+=1),f}function a(d,f,g,v,m,p){let b=i[e];return b===void 0?(b={id:d.id,object:d,geometry:f,material:g,materialVariant:o(d),groupOrder:v,renderOrder:d.renderOrder,z:m,group:p},i[e]=b):(b.id=d.id,b.object=d,b.geometry=f,b.material=g,b.materialVariant=o(d),b.groupOrder=v,b.renderOrder=d.renderOrder,b.z=m,b.group=p),e++,b}function l(d,f,g,v,m,p,b){b.reversedDepth===!0&&(m=-m);let C=a(d,f,g,v,m,p);g.transmission>0?n.push(C):g.transparent===!0?r.push(C):t.push(C)}function c(d,f,g,v,m,p){let b=a(d,f,g,v,m,p);g.transmission>0?n.unshift(b):g.transparent===!0?r.unshift(b):t.unshift(b)}function h(d,f){t.length>1&&t.sort(d||eS),n.length>1&&n.sort(f||cp),r.length>1&&r.sort(f||cp)}function u(){for(let d=e,f=i.length;d<f;d++){let g=i[d];if(g.id===null)break;g.id=null,g.object=null,g.geometry=null,g.material=null,g.group=null}}return{opaque:t,transmissive:n,transparent:r,init:s,push:l,unshift:c,finish:u,sort:h}}function tS(){let i=new WeakMap;function e(n,r){let s=i.get(n),o;return s===void 0?(o=new hp,i.set(n,[o])):r>=s.length?(o=new hp,s.push(o)):o=s[r],o}function t(){i=new WeakMap}return{get:e,dispose:t}}function nS(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new H,color:new Xe};break;case"SpotLight":t={position:new H,direction:new H,color:new Xe,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new H,color:new Xe,distance:0,decay:0};break;case"HemisphereLight":t={direction:new H,skyColor:new Xe,groundColor:new Xe};break;case"RectAreaLight":t={color:new Xe,position:new H,halfWidth:new H,halfHeight:new H};break}return i[e.id]=t,t}}}function iS(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ze};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ze};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ze,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var rS=0;function sS(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function oS(i){let e=new nS,t=iS(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)n.probe.push(new H);let r=new H,s=new ft,o=new ft;function a(c){let h=0,u=0,d=0;for(let z=0;z<9;z++)n.probe[z].set(0,0,0);let f=0,g=0,v=0,m=0,p=0,b=0,C=0,w=0,A=0,E=0,y=0,M=0,B=0,I=0;c.sort(sS);for(let z=0,X=c.length;z<X;z++){let P=c[z],$=P.color,K=P.intensity,G=P.distance,ne=null;if(P.shadow&&P.shadow.map&&(P.shadow.map.texture.format===bi?ne=P.shadow.map.texture:ne=P.shadow.map.depthTexture||P.shadow.map.texture),P.isAmbientLight)h+=$.r*K,u+=$.g*K,d+=$.b*K;else if(P.isLightProbe){for(let W=0;W<9;W++)n.probe[W].addScaledVector(P.sh.coefficients[W],K);I++}else if(P.isSunLight){let W=e.get(P);if(W.color.copy(P.color).multiplyScalar(P.intensity),P.castShadow){let j=P.shadow,ee=t.get(P);ee.shadowIntensity=j.intensity,ee.shadowBias=j.bias,ee.shadowNormalBias=j.normalBias,ee.shadowRadius=j.radius,ee.shadowMapSize.copy(j.mapSize).multiply(j.getFrameExtents()),n.sunShadow[g]=ee,n.sunShadowMap[g]=ne;let Me=j.getViewportCount();for(let De=0;De<Me;De++)n.sunShadowMatrix[v+De]=j.getMatrix(De),n.sunShadowCascade[v+De]=j._cascadeData[De];v+=Me,g++}n.sun[f]=W,f++}else if(P.isDirectionalLight){let W=e.get(P);if(W.color.copy(P.color).multiplyScalar(P.intensity),P.castShadow){let j=P.shadow,ee=t.get(P);ee.shadowIntensity=j.intensity,ee.shadowBias=j.bias,ee.shadowNormalBias=j.normalBias,ee.shadowRadius=j.radius,ee.shadowMapSize=j.mapSize,n.directionalShadow[m]=ee,n.directionalShadowMap[m]=ne,n.directionalShadowMatrix[m]=P.shadow.matrix,A++}n.directional[m]=W,m++}else if(P.isSpotLight){let W=e.get(P);W.position.setFromMatrixPosition(P.matrixWorld),W.color.copy($).multiplyScalar(K),W.distance=G,W.coneCos=Math.cos(P.angle),W.penumbraCos=Math.cos(P.angle*(1-P.penumbra)),W.decay=P.decay,n.spot[b]=W;let j=P.shadow;if(P.map&&(n.spotLightMap[M]=P.map,M++,j.updateMatrices(P),P.castShadow&&B++),n.spotLightMatrix[b]=j.matrix,P.castShadow){let ee=t.get(P);ee.shadowIntensity=j.intensity,ee.shadowBias=j.bias,ee.shadowNormalBias=j.normalBias,ee.shadowRadius=j.radius,ee.shadowMapSize=j.mapSize,n.spotShadow[b]=ee,n.spotShadowMap[b]=ne,y++}b++}else if(P.isRectAreaLight){let W=e.get(P);W.color.copy($).multiplyScalar(K),W.halfWidth.set(P.width*.5,0,0),W.halfHeight.set(0,P.height*.5,0),n.rectArea[C]=W,C++}else if(P.isPointLight){let W=e.get(P);if(W.color.copy(P.color).multiplyScalar(P.intensity),W.distance=P.distance,W.decay=P.decay,P.castShadow){let j=P.shadow,ee=t.get(P);ee.shadowIntensity=j.intensity,ee.shadowBias=j.bias,ee.shadowNormalBias=j.normalBias,ee.shadowRadius=j.radius,ee.shadowMapSize=j.mapSize,ee.shadowCameraNear=j.camera.near,ee.shadowCameraFar=j.camera.far,n.pointShadow[p]=ee,n.pointShadowMap[p]=ne,n.pointShadowMatrix[p]=P.shadow.matrix,E++}n.point[p]=W,p++}else if(P.isHemisphereLight){let W=e.get(P);W.skyColor.copy(P.color).multiplyScalar(K),W.groundColor.copy(P.groundColor).multiplyScalar(K),n.hemi[w]=W,w++}}C>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=pe.LTC_FLOAT_1,n.rectAreaLTC2=pe.LTC_FLOAT_2):(n.rectAreaLTC1=pe.LTC_HALF_1,n.rectAreaLTC2=pe.LTC_HALF_2)),n.ambient[0]=h,n.ambient[1]=u,n.ambient[2]=d;let N=n.hash;(N.sunLength!==f||N.directionalLength!==m||N.pointLength!==p||N.spotLength!==b||N.rectAreaLength!==C||N.hemiLength!==w||N.numSunShadows!==g||N.numDirectionalShadows!==A||N.numPointShadows!==E||N.numSpotShadows!==y||N.numSpotMaps!==M||N.numLightProbes!==I)&&(n.sun.length=f,n.directional.length=m,n.spot.length=b,n.rectArea.length=C,n.point.length=p,n.hemi.length=w,n.sunShadow.length=g,n.sunShadowMap.length=g,n.sunShadowMatrix.length=v,n.sunShadowCascade.length=v,n.directionalShadow.length=A,n.directionalShadowMap.length=A,n.directionalShadowMatrix.length=A,n.pointShadow.length=E,n.pointShadowMap.length=E,n.pointShadowMatrix.length=E,n.spotShadow.length=y,n.spotShadowMap.length=y,n.spotLightMatrix.length=y+M-B,n.spotLightMap.length=M,n.numSpotLightShadowsWithMaps=B,n.numLightProbes=I,N.sunLength=f,N.directionalLength=m,N.pointLength=p,N.spotLength=b,N.rectAreaLength=C,N.hemiLength=w,N.numSunShadows=g,N.numDirectionalShadows=A,N.numPointShadows=E,N.numSpotShadows=y,N.numSpotMaps=M,N.numLightProbes=I,n.version=rS++)}function l(c,h){let u=0,d=0,f=0,g=0,v=0,m=0,p=h.matrixWorldInverse;for(let b=0,C=c.length;b<C;b++){let w=c[b];if(w.isSunLight){let A=n.sun[u];A.direction.setFromMatrixPosition(w.matrixWorld),A.direction.transformDirection(p),u++}else if(w.isDirectionalLight){let A=n.directional[d];A.direction.setFromMatrixPosition(w.matrixWorld),r.setFromMatrixPosition(w.target.matrixWorld),A.direction.sub(r),A.direction.transformDirection(p),d++}else if(w.isSpotLight){let A=n.spot[g];A.position.setFromMatrixPosition(w.matrixWorld),A.position.applyMatrix4(p),A.direction.setFromMatrixPosition(w.matrixWorld),r.setFromMatrixPosition(w.target.matrixWorld),A.direction.sub(r),A.direction.transformDirection(p),g++}else if(w.isRectAreaLight){let A=n.rectArea[v];A.position.setFromMatrixPosition(w.matrixWorld),A.position.applyMatrix4(p),o.identity(),s.copy(w.matrixWorld),s.premultiply(p),o.extractRotation(s),A.halfWidth.set(w.width*.5,0,0),A.halfHeight.set(0,w.height*.5,0),A.halfWidth.applyMatrix4(o),A.halfHeight.applyMatrix4(o),v++}else if(w.isPointLight){let A=n.point[f];A.position.setFromMatrixPosition(w.matrixWorld),A.position.applyMatrix4(p),f++}else if(w.isHemisphereLight){let A=n.hemi[m];A.direction.setFromMatrixPosition(w.matrixWorld),A.direction.transformDirection(p),m++}}}return{setup:a,setupView:l,state:n}}function up(i){let e=new oS(i),t=[],n=[],r=[];function s(u){h.camera=u,t.length=0,n.length=0,r.length=0}function o(u){u.isLightProbeGrid?r.push(u):t.push(u)}function a(u){n.push(u)}function l(){e.setup(t),r.sort((u,d)=>u.priority-d.priority||u.id-d.id)}function c(u){e.setupView(t,u)}let h={lightsArray:t,shadowsArray:n,lightProbeGridArray:r,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:s,state:h,setupLights:l,setupLightsView:c,pushLight:o,pushShadow:a}}function aS(i){let e=new WeakMap;function t(r,s=0){let o=e.get(r),a;return o===void 0?(a=new up(i),e.set(r,[a])):s>=o.length?(a=new up(i),o.push(a)):a=o[s],a}function n(){e=new WeakMap}return{get:t,dispose:n}}var lS=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,cS=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,hS=[new H(1,0,0),new H(-1,0,0),new H(0,1,0),new H(0,-1,0),new H(0,0,1),new H(0,0,-1)],uS=[new H(0,-1,0),new H(0,-1,0),new H(0,0,1),new H(0,0,-1),new H(0,-1,0),new H(0,-1,0)],dp=new ft,Us=new H,Rh=new H;function dS(i,e,t){let n=new Gi,r=new Ze,s=new Ze,o=new ht,a=new ma,l=new ga,c={},h=t.maxTextureSize,u={[vi]:Gt,[Gt]:vi,[hn]:hn},d=new Dn({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new Ze},radius:{value:4}},vertexShader:lS,fragmentShader:cS}),f=d.clone();f.defines.HORIZONTAL_PASS=1;let g=new bn;g.setAttribute("position",new vn(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let v=new cn(g,d),m=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=Ts;let p=this.type;this.render=function(E,y,M){if(m.enabled===!1||m.autoUpdate===!1&&m.needsUpdate===!1||E.length===0)return;this.type===of&&(Ie("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=Ts);let B=i.getRenderTarget(),I=i.getActiveCubeFace(),N=i.getActiveMipmapLevel(),z=i.state;z.setBlending(Wi),z.buffers.depth.getReversed()===!0?z.buffers.color.setClear(0,0,0,0):z.buffers.color.setClear(1,1,1,1),z.buffers.depth.setTest(!0),z.setScissorTest(!1);let X=p!==this.type;X&&y.traverse(function(P){P.material&&(Array.isArray(P.material)?P.material.forEach($=>$.needsUpdate=!0):P.material.needsUpdate=!0)});for(let P=0,$=E.length;P<$;P++){let K=E[P],G=K.shadow;if(G===void 0){Ie("WebGLShadowMap:",K,"has no shadow.");continue}if(G.autoUpdate===!1&&G.needsUpdate===!1)continue;r.copy(G.mapSize);let ne=G.getFrameExtents();r.multiply(ne),s.copy(G.mapSize),(r.x>h||r.y>h)&&(r.x>h&&(s.x=Math.floor(h/ne.x),r.x=s.x*ne.x,G.mapSize.x=s.x),r.y>h&&(s.y=Math.floor(h/ne.y),r.y=s.y*ne.y,G.mapSize.y=s.y));let W=i.state.buffers.depth.getReversed();if(G.camera._reversedDepth=W,G.map===null||X===!0){if(G.map!==null&&(G.map.depthTexture!==null&&(G.map.depthTexture.dispose(),G.map.depthTexture=null),G.map.dispose()),this.type===Or){if(K.isPointLight){Ie("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}G.map=new Kt(r.x,r.y,{format:bi,type:wn,minFilter:Ht,magFilter:Ht,generateMipmaps:!1}),G.map.texture.name=K.name+".shadowMap",G.map.depthTexture=new Kn(r.x,r.y,Mn),G.map.depthTexture.name=K.name+".shadowMapDepth",G.map.depthTexture.format=Jn,G.map.depthTexture.compareFunction=null,G.map.depthTexture.minFilter=Rt,G.map.depthTexture.magFilter=Rt}else K.isPointLight?(G.map=new Bs(r.x),G.map.depthTexture=new bs(r.x,Sn)):(G.map=new Kt(r.x,r.y),G.map.depthTexture=new Kn(r.x,r.y,Sn)),G.map.depthTexture.name=K.name+".shadowMap",G.map.depthTexture.format=Jn,this.type===Ts?(G.map.depthTexture.compareFunction=W?vh:_h,G.map.depthTexture.minFilter=Ht,G.map.depthTexture.magFilter=Ht):(G.map.depthTexture.compareFunction=null,G.map.depthTexture.minFilter=Rt,G.map.depthTexture.magFilter=Rt);G.camera.updateProjectionMatrix()}G.map.isWebGLCubeRenderTarget!==!0&&(G.map.width!==r.x||G.map.height!==r.y)&&G.map.setSize(r.x,r.y);let j=G.map.isWebGLCubeRenderTarget?6:G.getViewportCount();K.isPointLight!==!0&&G.updateMatrices(K,M);let ee=(G.camera.layers.mask&4294967294)!==0?G.camera.layers:M.layers;for(let Me=0;Me<j;Me++){let De=G.getCamera(Me);if(K.isPointLight){let Z=G.camera,me=G.matrix,ve=K.distance||Z.far;ve!==Z.far&&(Z.far=ve,Z.updateProjectionMatrix()),Us.setFromMatrixPosition(K.matrixWorld),Z.position.copy(Us),Rh.copy(Z.position),Rh.add(hS[Me]),Z.up.copy(uS[Me]),Z.lookAt(Rh),Z.updateMatrixWorld(),me.makeTranslation(-Us.x,-Us.y,-Us.z),dp.multiplyMatrices(Z.projectionMatrix,Z.matrixWorldInverse),G._frustum.setFromProjectionMatrix(dp,Z.coordinateSystem,Z.reversedDepth)}if(G.map.isWebGLCubeRenderTarget)i.setRenderTarget(G.map,Me),i.clear();else{Me===0&&(i.setRenderTarget(G.map),i.clear());let Z=G.getViewport(Me);o.set(s.x*Z.x,s.y*Z.y,s.x*Z.z,s.y*Z.w),z.viewport(o)}n=G.getFrustum(Me),w(y,M,De,K,ee,this.type)}G.isPointLightShadow!==!0&&this.type===Or&&b(G,M),G.needsUpdate=!1}p=this.type,m.needsUpdate=!1,i.setRenderTarget(B,I,N)};function b(E,y){let M=e.update(v);d.defines.VSM_SAMPLES!==E.blurSamples&&(d.defines.VSM_SAMPLES=E.blurSamples,f.defines.VSM_SAMPLES=E.blurSamples,d.needsUpdate=!0,f.needsUpdate=!0),E.mapPass===null?E.mapPass=new Kt(r.x,r.y,{format:bi,type:wn}):(E.mapPass.width!==E.map.width||E.mapPass.height!==E.map.height)&&E.mapPass.setSize(E.map.width,E.map.height),d.uniforms.shadow_pass.value=E.map.depthTexture,d.uniforms.resolution.value.set(E.map.width,E.map.height),d.uniforms.radius.value=E.radius,i.setRenderTarget(E.mapPass),i.clear(),i.renderBufferDirect(y,null,M,d,v,null),f.uniforms.shadow_pass.value=E.mapPass.texture,f.uniforms.resolution.value.set(E.map.width,E.map.height),f.uniforms.radius.value=E.radius,i.setRenderTarget(E.map),i.clear(),i.renderBufferDirect(y,null,M,f,v,null)}function C(E,y,M,B){let I=null,N=M.isPointLight===!0?E.customDistanceMaterial:E.customDepthMaterial;if(N!==void 0)I=N;else if(I=M.isPointLight===!0?l:a,i.localClippingEnabled&&y.clipShadows===!0&&Array.isArray(y.clippingPlanes)&&y.clippingPlanes.length!==0||y.displacementMap&&y.displacementScale!==0||y.alphaMap&&y.alphaTest>0||y.map&&y.alphaTest>0||y.alphaToCoverage===!0){let z=I.uuid,X=y.uuid,P=c[z];P===void 0&&(P={},c[z]=P);let $=P[X];$===void 0&&($=I.clone(),P[X]=$,y.addEventListener("dispose",A)),I=$}if(I.visible=y.visible,I.wireframe=y.wireframe,B===Or?I.side=y.shadowSide!==null?y.shadowSide:y.side:I.side=y.shadowSide!==null?y.shadowSide:u[y.side],I.alphaMap=y.alphaMap,I.alphaTest=y.alphaToCoverage===!0?.5:y.alphaTest,I.map=y.map,I.clipShadows=y.clipShadows,I.clippingPlanes=y.clippingPlanes,I.clipIntersection=y.clipIntersection,I.displacementMap=y.displacementMap,I.displacementScale=y.displacementScale,I.displacementBias=y.displacementBias,I.wireframeLinewidth=y.wireframeLinewidth,I.linewidth=y.linewidth,M.isPointLight===!0&&I.isMeshDistanceMaterial===!0){let z=i.properties.get(I);z.light=M}return I}function w(E,y,M,B,I,N){if(E.visible===!1)return;if(E.layers.test(I)&&(E.isMesh||E.isLine||E.isPoints)&&(E.castShadow||E.receiveShadow&&N===Or)&&(!E.frustumCulled||E.intersectsFrustum(n))){E.modelViewMatrix.multiplyMatrices(M.matrixWorldInverse,E.matrixWorld);let P=e.update(E),$=E.material;if(Array.isArray($)){let K=P.groups;for(let G=0,ne=K.length;G<ne;G++){let W=K[G],j=$[W.materialIndex];if(j&&j.visible){let ee=C(E,j,B,N);E.onBeforeShadow(i,E,y,M,P,ee,W),i.renderBufferDirect(M,null,P,ee,E,W),E.onAfterShadow(i,E,y,M,P,ee,W)}}}else if($.visible){let K=C(E,$,B,N);E.onBeforeShadow(i,E,y,M,P,K,null),i.renderBufferDirect(M,null,P,K,E,null),E.onAfterShadow(i,E,y,M,P,K,null)}}let X=E.children;for(let P=0,$=X.length;P<$;P++)w(X[P],y,M,B,I,N)}function A(E){E.target.removeEventListener("dispose",A);for(let M in c){let B=c[M],I=E.target.uuid;I in B&&(B[I].dispose(),delete B[I])}}}function fS(i,e){function t(){let T=!1,J=new ht,V=null,le=new ht(0,0,0,0);return{setMask:function(re){V!==re&&!T&&(i.colorMask(re,re,re,re),V=re)},setLocked:function(re){T=re},setClear:function(re,oe,Ee,ke,ie){ie===!0&&(re*=ke,oe*=ke,Ee*=ke),J.set(re,oe,Ee,ke),le.equals(J)===!1&&(i.clearColor(re,oe,Ee,ke),le.copy(J))},reset:function(){T=!1,V=null,le.set(-1,0,0,0)}}}function n(){let T=!1,J=!1,V=null,le=null,re=null;return{setReversed:function(oe){if(J!==oe){let Ee=e.get("EXT_clip_control");oe?Ee.clipControlEXT(Ee.LOWER_LEFT_EXT,Ee.ZERO_TO_ONE_EXT):Ee.clipControlEXT(Ee.LOWER_LEFT_EXT,Ee.NEGATIVE_ONE_TO_ONE_EXT),J=oe;let ke=re;re=null,this.setClear(ke)}},getReversed:function(){return J},setTest:function(oe){oe?ge(i.DEPTH_TEST):Fe(i.DEPTH_TEST)},setMask:function(oe){V!==oe&&!T&&(i.depthMask(oe),V=oe)},setFunc:function(oe){if(J&&(oe=zf[oe]),le!==oe){switch(oe){case Ko:i.depthFunc(i.NEVER);break;case Qo:i.depthFunc(i.ALWAYS);break;case jo:i.depthFunc(i.LESS);break;case Ar:i.depthFunc(i.LEQUAL);break;case ea:i.depthFunc(i.EQUAL);break;case ta:i.depthFunc(i.GEQUAL);break;case na:i.depthFunc(i.GREATER);break;case ia:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}le=oe}},setLocked:function(oe){T=oe},setClear:function(oe){re!==oe&&(re=oe,J&&(oe=1-oe),i.clearDepth(oe))},reset:function(){T=!1,V=null,le=null,re=null,J=!1}}}function r(){let T=!1,J=null,V=null,le=null,re=null,oe=null,Ee=null,ke=null,ie=null;return{setTest:function(Te){T||(Te?ge(i.STENCIL_TEST):Fe(i.STENCIL_TEST))},setMask:function(Te){J!==Te&&!T&&(i.stencilMask(Te),J=Te)},setFunc:function(Te,Be,fe){(V!==Te||le!==Be||re!==fe)&&(i.stencilFunc(Te,Be,fe),V=Te,le=Be,re=fe)},setOp:function(Te,Be,fe){(oe!==Te||Ee!==Be||ke!==fe)&&(i.stencilOp(Te,Be,fe),oe=Te,Ee=Be,ke=fe)},setLocked:function(Te){T=Te},setClear:function(Te){ie!==Te&&(i.clearStencil(Te),ie=Te)},reset:function(){T=!1,J=null,V=null,le=null,re=null,oe=null,Ee=null,ke=null,ie=null}}}let s=new t,o=new n,a=new r,l={},c=new WeakMap,h={},u={},d={},f=new WeakMap,g=[],v=null,m=!1,p=null,b=null,C=null,w=null,A=null,E=null,y=null,M=new Xe(0,0,0),B=0,I=!1,N=null,z=null,X=null,P=null,$=null,K=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),G=!1,ne=0,W=i.getParameter(i.VERSION);W.indexOf("WebGL")!==-1?(ne=parseFloat(/^WebGL (\d)/.exec(W)[1]),G=ne>=1):W.indexOf("OpenGL ES")!==-1&&(ne=parseFloat(/^OpenGL ES (\d)/.exec(W)[1]),G=ne>=2);let j=null,ee={},Me=i.getParameter(i.SCISSOR_BOX),De=i.getParameter(i.VIEWPORT),Z=new ht().fromArray(Me),me=new ht().fromArray(De);function ve(T,J,V,le){let re=new Uint8Array(4),oe=i.createTexture();i.bindTexture(T,oe),i.texParameteri(T,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(T,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let Ee=0;Ee<V;Ee++)T===i.TEXTURE_3D||T===i.TEXTURE_2D_ARRAY?i.texImage3D(J,0,i.RGBA,1,1,le,0,i.RGBA,i.UNSIGNED_BYTE,re):i.texImage2D(J+Ee,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,re);return oe}let Ce={};Ce[i.TEXTURE_2D]=ve(i.TEXTURE_2D,i.TEXTURE_2D,1),Ce[i.TEXTURE_CUBE_MAP]=ve(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),Ce[i.TEXTURE_2D_ARRAY]=ve(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),Ce[i.TEXTURE_3D]=ve(i.TEXTURE_3D,i.TEXTURE_3D,1,1),s.setClear(0,0,0,1),o.setClear(1),a.setClear(0),ge(i.DEPTH_TEST),o.setFunc(Ar),Wt(!1),lt(Jc),ge(i.CULL_FACE),Pt(Wi);function ge(T){h[T]!==!0&&(i.enable(T),h[T]=!0)}function Fe(T){h[T]!==!1&&(i.disable(T),h[T]=!1)}function pt(T,J){return d[T]!==J?(i.bindFramebuffer(T,J),d[T]=J,T===i.DRAW_FRAMEBUFFER&&(d[i.FRAMEBUFFER]=J),T===i.FRAMEBUFFER&&(d[i.DRAW_FRAMEBUFFER]=J),!0):!1}function Pe(T,J){let V=g,le=!1;if(T){V=f.get(J),V===void 0&&(V=[],f.set(J,V));let re=T.textures;if(V.length!==re.length||V[0]!==i.COLOR_ATTACHMENT0){for(let oe=0,Ee=re.length;oe<Ee;oe++)V[oe]=i.COLOR_ATTACHMENT0+oe;V.length=re.length,le=!0}}else V[0]!==i.BACK&&(V[0]=i.BACK,le=!0);le&&i.drawBuffers(V)}function Qe(T){return v!==T?(i.useProgram(T),v=T,!0):!1}let et={[$i]:i.FUNC_ADD,[lf]:i.FUNC_SUBTRACT,[cf]:i.FUNC_REVERSE_SUBTRACT};et[hf]=i.MIN,et[uf]=i.MAX;let Ve={[df]:i.ZERO,[ff]:i.ONE,[pf]:i.SRC_COLOR,[eh]:i.SRC_ALPHA,[vf]:i.SRC_ALPHA_SATURATE,[xf]:i.DST_COLOR,[gf]:i.DST_ALPHA,[mf]:i.ONE_MINUS_SRC_COLOR,[th]:i.ONE_MINUS_SRC_ALPHA,[_f]:i.ONE_MINUS_DST_COLOR,[yf]:i.ONE_MINUS_DST_ALPHA,[bf]:i.CONSTANT_COLOR,[Sf]:i.ONE_MINUS_CONSTANT_COLOR,[Mf]:i.CONSTANT_ALPHA,[wf]:i.ONE_MINUS_CONSTANT_ALPHA};function Pt(T,J,V,le,re,oe,Ee,ke,ie,Te){if(T===Wi){m===!0&&(Fe(i.BLEND),m=!1);return}if(m===!1&&(ge(i.BLEND),m=!0),T!==af){if(T!==p||Te!==I){if((b!==$i||A!==$i)&&(i.blendEquation(i.FUNC_ADD),b=$i,A=$i),Te)switch(T){case Dr:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Kc:i.blendFunc(i.ONE,i.ONE);break;case Qc:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case jc:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:Le("WebGLState: Invalid blending: ",T);break}else switch(T){case Dr:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Kc:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case Qc:Le("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case jc:Le("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:Le("WebGLState: Invalid blending: ",T);break}C=null,w=null,E=null,y=null,M.set(0,0,0),B=0,p=T,I=Te}return}re=re||J,oe=oe||V,Ee=Ee||le,(J!==b||re!==A)&&(i.blendEquationSeparate(et[J],et[re]),b=J,A=re),(V!==C||le!==w||oe!==E||Ee!==y)&&(i.blendFuncSeparate(Ve[V],Ve[le],Ve[oe],Ve[Ee]),C=V,w=le,E=oe,y=Ee),(ke.equals(M)===!1||ie!==B)&&(i.blendColor(ke.r,ke.g,ke.b,ie),M.copy(ke),B=ie),p=T,I=!1}function yt(T,J){T.side===hn?Fe(i.CULL_FACE):ge(i.CULL_FACE);let V=T.side===Gt;J&&(V=!V),Wt(V),T.blending===Dr&&T.transparent===!1?Pt(Wi):Pt(T.blending,T.blendEquation,T.blendSrc,T.blendDst,T.blendEquationAlpha,T.blendSrcAlpha,T.blendDstAlpha,T.blendColor,T.blendAlpha,T.premultipliedAlpha),o.setFunc(T.depthFunc),o.setTest(T.depthTest),o.setMask(T.depthWrite),s.setMask(T.colorWrite);let le=T.stencilWrite;a.setTest(le),le&&(a.setMask(T.stencilWriteMask),a.setFunc(T.stencilFunc,T.stencilRef,T.stencilFuncMask),a.setOp(T.stencilFail,T.stencilZFail,T.stencilZPass)),St(T.polygonOffset,T.polygonOffsetFactor,T.polygonOffsetUnits),T.alphaToCoverage===!0?ge(i.SAMPLE_ALPHA_TO_COVERAGE):Fe(i.SAMPLE_ALPHA_TO_COVERAGE)}function Wt(T){N!==T&&(T?i.frontFace(i.CW):i.frontFace(i.CCW),N=T)}function lt(T){T!==rf?(ge(i.CULL_FACE),T!==z&&(T===Jc?i.cullFace(i.BACK):T===sf?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):Fe(i.CULL_FACE),z=T}function Cn(T){T!==X&&(G&&i.lineWidth(T),X=T)}function St(T,J,V){T?(ge(i.POLYGON_OFFSET_FILL),(P!==J||$!==V)&&(P=J,$=V,o.getReversed()&&(J=-J,V=-V),i.polygonOffset(J,V))):Fe(i.POLYGON_OFFSET_FILL)}function en(T){T?ge(i.SCISSOR_TEST):Fe(i.SCISSOR_TEST)}function tn(T){T===void 0&&(T=i.TEXTURE0+K-1),j!==T&&(i.activeTexture(T),j=T)}function nn(T,J,V){V===void 0&&(j===null?V=i.TEXTURE0+K-1:V=j);let le=ee[V];le===void 0&&(le={type:void 0,texture:void 0},ee[V]=le),(le.type!==T||le.texture!==J)&&(j!==V&&(i.activeTexture(V),j=V),i.bindTexture(T,J||Ce[T]),le.type=T,le.texture=J)}function L(){let T=ee[j];T!==void 0&&T.type!==void 0&&(i.bindTexture(T.type,null),T.type=void 0,T.texture=void 0)}function rn(){try{i.compressedTexImage2D(...arguments)}catch(T){Le("WebGLState:",T)}}function ot(){try{i.compressedTexImage3D(...arguments)}catch(T){Le("WebGLState:",T)}}function at(){try{i.texSubImage2D(...arguments)}catch(T){Le("WebGLState:",T)}}function de(){try{i.texSubImage3D(...arguments)}catch(T){Le("WebGLState:",T)}}function xt(){try{i.compressedTexSubImage2D(...arguments)}catch(T){Le("WebGLState:",T)}}function Re(){try{i.compressedTexSubImage3D(...arguments)}catch(T){Le("WebGLState:",T)}}function Oe(){try{i.texStorage2D(...arguments)}catch(T){Le("WebGLState:",T)}}function S(){try{i.texStorage3D(...arguments)}catch(T){Le("WebGLState:",T)}}function x(){try{i.texImage2D(...arguments)}catch(T){Le("WebGLState:",T)}}function D(){try{i.texImage3D(...arguments)}catch(T){Le("WebGLState:",T)}}function te(T){return u[T]!==void 0?u[T]:i.getParameter(T)}function Q(T,J){u[T]!==J&&(i.pixelStorei(T,J),u[T]=J)}function se(T){Z.equals(T)===!1&&(i.scissor(T.x,T.y,T.z,T.w),Z.copy(T))}function he(T){me.equals(T)===!1&&(i.viewport(T.x,T.y,T.z,T.w),me.copy(T))}function q(T,J){let V=c.get(J);V===void 0&&(V=new WeakMap,c.set(J,V));let le=V.get(T);le===void 0&&(le=i.getUniformBlockIndex(J,T.name),i.uniformBlockBinding(J,le,le),V.set(T,le))}function Y(T,J,V){let re=c.get(J).get(T);l[re]!==V&&(i.bindBufferBase(i.UNIFORM_BUFFER,re,V),l[re]=V)}function ae(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),o.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),h={},u={},j=null,ee={},d={},l={},f=new WeakMap,g=[],v=null,m=!1,p=null,b=null,C=null,w=null,A=null,E=null,y=null,M=new Xe(0,0,0),B=0,I=!1,N=null,z=null,X=null,P=null,$=null,Z.set(0,0,i.canvas.width,i.canvas.height),me.set(0,0,i.canvas.width,i.canvas.height),s.reset(),o.reset(),a.reset()}return{buffers:{color:s,depth:o,stencil:a},enable:ge,disable:Fe,bindFramebuffer:pt,drawBuffers:Pe,useProgram:Qe,setBlending:Pt,setMaterial:yt,setFlipSided:Wt,setCullFace:lt,setLineWidth:Cn,setPolygonOffset:St,setScissorTest:en,activeTexture:tn,bindTexture:nn,unbindTexture:L,compressedTexImage2D:rn,compressedTexImage3D:ot,texImage2D:x,texImage3D:D,pixelStorei:Q,getParameter:te,updateUBOMapping:q,uniformBlockBinding:Y,texStorage2D:Oe,texStorage3D:S,texSubImage2D:at,texSubImage3D:de,compressedTexSubImage2D:xt,compressedTexSubImage3D:Re,scissor:se,viewport:he,reset:ae}}function pS(i,e,t,n,r,s,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new Ze,h=new WeakMap,u=new Set,d,f=new WeakMap,g=new Set,v=new FinalizationRegistry(S=>g.delete(S)),m=!1;try{m=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function p(S,x){return m?new OffscreenCanvas(S,x):fs("canvas")}function b(S,x,D){let te=1,Q=Oe(S);if((Q.width>D||Q.height>D)&&(te=D/Math.max(Q.width,Q.height)),te<1)if(typeof HTMLImageElement<"u"&&S instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&S instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&S instanceof ImageBitmap||typeof VideoFrame<"u"&&S instanceof VideoFrame){let se=Math.floor(te*Q.width),he=Math.floor(te*Q.height);d===void 0&&(d=p(se,he));let q=x?p(se,he):d;return q.width=se,q.height=he,q.getContext("2d").drawImage(S,0,0,se,he),Ie("WebGLRenderer: Texture has been resized from ("+Q.width+"x"+Q.height+") to ("+se+"x"+he+")."),q}else return"data"in S&&Ie("WebGLRenderer: Image in DataTexture is too big ("+Q.width+"x"+Q.height+")."),S;return S}function C(S){return S.generateMipmaps}function w(S){i.generateMipmap(S)}function A(S){return S.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:S.isWebGL3DRenderTarget?i.TEXTURE_3D:S.isWebGLArrayRenderTarget||S.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function E(S,x,D,te,Q,se=!1){if(S!==null){if(i[S]!==void 0)return i[S];Ie("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+S+"'")}let he;te&&(he=e.get("EXT_texture_norm16"),he||Ie("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let q=x;if(x===i.RED&&(D===i.FLOAT&&(q=i.R32F),D===i.HALF_FLOAT&&(q=i.R16F),D===i.UNSIGNED_BYTE&&(q=i.R8),D===i.UNSIGNED_SHORT&&he&&(q=he.R16_EXT),D===i.SHORT&&he&&(q=he.R16_SNORM_EXT)),x===i.RED_INTEGER&&(D===i.UNSIGNED_BYTE&&(q=i.R8UI),D===i.UNSIGNED_SHORT&&(q=i.R16UI),D===i.UNSIGNED_INT&&(q=i.R32UI),D===i.BYTE&&(q=i.R8I),D===i.SHORT&&(q=i.R16I),D===i.INT&&(q=i.R32I)),x===i.RG&&(D===i.FLOAT&&(q=i.RG32F),D===i.HALF_FLOAT&&(q=i.RG16F),D===i.UNSIGNED_BYTE&&(q=i.RG8),D===i.UNSIGNED_SHORT&&he&&(q=he.RG16_EXT),D===i.SHORT&&he&&(q=he.RG16_SNORM_EXT)),x===i.RG_INTEGER&&(D===i.UNSIGNED_BYTE&&(q=i.RG8UI),D===i.UNSIGNED_SHORT&&(q=i.RG16UI),D===i.UNSIGNED_INT&&(q=i.RG32UI),D===i.BYTE&&(q=i.RG8I),D===i.SHORT&&(q=i.RG16I),D===i.INT&&(q=i.RG32I)),x===i.RGB_INTEGER&&(D===i.UNSIGNED_BYTE&&(q=i.RGB8UI),D===i.UNSIGNED_SHORT&&(q=i.RGB16UI),D===i.UNSIGNED_INT&&(q=i.RGB32UI),D===i.BYTE&&(q=i.RGB8I),D===i.SHORT&&(q=i.RGB16I),D===i.INT&&(q=i.RGB32I)),x===i.RGBA_INTEGER&&(D===i.UNSIGNED_BYTE&&(q=i.RGBA8UI),D===i.UNSIGNED_SHORT&&(q=i.RGBA16UI),D===i.UNSIGNED_INT&&(q=i.RGBA32UI),D===i.BYTE&&(q=i.RGBA8I),D===i.SHORT&&(q=i.RGBA16I),D===i.INT&&(q=i.RGBA32I)),x===i.RGB&&(D===i.UNSIGNED_SHORT&&he&&(q=he.RGB16_EXT),D===i.SHORT&&he&&(q=he.RGB16_SNORM_EXT),D===i.UNSIGNED_INT_5_9_9_9_REV&&(q=i.RGB9_E5),D===i.UNSIGNED_INT_10F_11F_11F_REV&&(q=i.R11F_G11F_B10F)),x===i.RGBA){let Y=se?us:Ge.getTransfer(Q);D===i.FLOAT&&(q=i.RGBA32F),D===i.HALF_FLOAT&&(q=i.RGBA16F),D===i.UNSIGNED_BYTE&&(q=Y===Ke?i.SRGB8_ALPHA8:i.RGBA8),D===i.UNSIGNED_SHORT&&he&&(q=he.RGBA16_EXT),D===i.SHORT&&he&&(q=he.RGBA16_SNORM_EXT),D===i.UNSIGNED_SHORT_4_4_4_4&&(q=i.RGBA4),D===i.UNSIGNED_SHORT_5_5_5_1&&(q=i.RGB5_A1)}return(q===i.R16F||q===i.R32F||q===i.RG16F||q===i.RG32F||q===i.RGBA16F||q===i.RGBA32F)&&e.get("EXT_color_buffer_float"),q}function y(S,x){let D;return S?x===null||x===Sn||x===Xi?D=i.DEPTH24_STENCIL8:x===Mn?D=i.DEPTH32F_STENCIL8:x===Fr&&(D=i.DEPTH24_STENCIL8,Ie("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):x===null||x===Sn||x===Xi?D=i.DEPTH_COMPONENT24:x===Mn?D=i.DEPTH_COMPONENT32F:x===Fr&&(D=i.DEPTH_COMPONENT16),D}function M(S,x){return C(S)===!0||S.isFramebufferTexture&&S.minFilter!==Rt&&S.minFilter!==Ht?Math.log2(Math.max(x.width,x.height))+1:S.mipmaps.length>0?S.mipmaps.length:S.isCompressedTexture&&Array.isArray(S.image)?x.mipmaps.length:1}function B(S){let x=new WeakRef(S);n.get(S).__ref=x,g.add(x),v.register(S,x,x)}function I(S){let x=n.get(S).__ref;x!==void 0&&(g.delete(x),v.unregister(x))}function N(S){X(S.target)}function z(S){P(S.target)}function X(S){S.removeEventListener("dispose",N),I(S),K(S),S.isVideoTexture&&h.delete(S),S.isHTMLTexture&&u.delete(S)}function P(S){S.removeEventListener("dispose",z),I(S),ne(S)}function $(){for(let S of g){let x=S.deref();x!==void 0&&(x.isRenderTarget===!0?P(x):X(x))}g.clear(),u.clear()}function K(S){let x=n.get(S);if(x.__webglInit===void 0)return;let D=S.source,te=f.get(D);if(te){let Q=te[x.__cacheKey];Q.usedTimes--,Q.usedTimes===0&&G(S),Object.keys(te).length===0&&f.delete(D)}n.remove(S)}function G(S){let x=n.get(S);i.deleteTexture(x.__webglTexture);let D=S.source,te=f.get(D);delete te[x.__cacheKey],o.memory.textures--}function ne(S){let x=n.get(S);x.__depthDisposeCallback&&x.__depthDisposeCallback();let D=S.depthTexture;if(D&&D.renderTarget===S&&X(D),S.isWebGLCubeRenderTarget)for(let Q=0;Q<6;Q++){if(Array.isArray(x.__webglFramebuffer[Q]))for(let se=0;se<x.__webglFramebuffer[Q].length;se++)i.deleteFramebuffer(x.__webglFramebuffer[Q][se]);else i.deleteFramebuffer(x.__webglFramebuffer[Q]);x.__webglDepthbuffer&&i.deleteRenderbuffer(x.__webglDepthbuffer[Q])}else{if(Array.isArray(x.__webglFramebuffer))for(let Q=0;Q<x.__webglFramebuffer.length;Q++)i.deleteFramebuffer(x.__webglFramebuffer[Q]);else i.deleteFramebuffer(x.__webglFramebuffer);if(x.__webglDepthbuffer&&i.deleteRenderbuffer(x.__webglDepthbuffer),x.__webglMultisampledFramebuffer&&i.deleteFramebuffer(x.__webglMultisampledFramebuffer),x.__webglColorRenderbuffer)for(let Q=0;Q<x.__webglColorRenderbuffer.length;Q++)x.__webglColorRenderbuffer[Q]&&i.deleteRenderbuffer(x.__webglColorRenderbuffer[Q]);x.__webglDepthRenderbuffer&&i.deleteRenderbuffer(x.__webglDepthRenderbuffer)}let te=S.textures;for(let Q=0,se=te.length;Q<se;Q++){let he=n.get(te[Q]);he.__webglTexture&&(i.deleteTexture(he.__webglTexture),o.memory.textures--),n.remove(te[Q])}n.remove(S)}let W=0;function j(){W=0}function ee(){return W}function Me(S){W=S}function De(){let S=W;return S>=r.maxTextures&&Ie("WebGLTextures: Trying to use "+(S+1)+" texture units while this GPU supports only "+r.maxTextures),W+=1,S}function Z(S){let x=[];return x.push(S.wrapS),x.push(S.wrapT),x.push(S.wrapR||0),x.push(S.magFilter),x.push(S.minFilter),x.push(S.anisotropy),x.push(S.internalFormat),x.push(S.format),x.push(S.type),x.push(S.generateMipmaps),x.push(S.mipmapsAutoUpdate),x.push(S.premultiplyAlpha),x.push(S.flipY),x.push(S.unpackAlignment),x.push(S.colorSpace),x.join()}function me(S,x){let D=n.get(S);if(S.isVideoTexture&&xt(S),S.isRenderTargetTexture===!1&&S.isExternalTexture!==!0&&S.version>0&&D.__version!==S.version){let te=S.image;if(te===null)Ie("WebGLRenderer: Texture marked for update but no image data found.");else if(te.complete===!1)Ie("WebGLRenderer: Texture marked for update but image is incomplete");else{yt(D,S,x);return}}else S.isExternalTexture&&(D.__webglTexture=S.sourceTexture?S.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,D.__webglTexture,i.TEXTURE0+x)}function ve(S,x){let D=n.get(S);if(S.isRenderTargetTexture===!1&&S.version>0&&D.__version!==S.version){yt(D,S,x);return}else S.isExternalTexture&&(D.__webglTexture=S.sourceTexture?S.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,D.__webglTexture,i.TEXTURE0+x)}function Ce(S,x){let D=n.get(S);if(S.isRenderTargetTexture===!1&&S.version>0&&D.__version!==S.version){yt(D,S,x);return}t.bindTexture(i.TEXTURE_3D,D.__webglTexture,i.TEXTURE0+x)}function ge(S,x){let D=n.get(S);if(S.version>0&&D.__version!==S.version){Wt(D,S,x);return}t.bindTexture(i.TEXTURE_CUBE_MAP,D.__webglTexture,i.TEXTURE0+x)}let Fe={[ra]:i.REPEAT,[Ln]:i.CLAMP_TO_EDGE,[sa]:i.MIRRORED_REPEAT},pt={[Rt]:i.NEAREST,[Af]:i.NEAREST_MIPMAP_NEAREST,[As]:i.NEAREST_MIPMAP_LINEAR,[Ht]:i.LINEAR,[Ia]:i.LINEAR_MIPMAP_NEAREST,[Qn]:i.LINEAR_MIPMAP_LINEAR},Pe={[If]:i.NEVER,[bh]:i.ALWAYS,[Lf]:i.LESS,[_h]:i.LEQUAL,[Nf]:i.EQUAL,[vh]:i.GEQUAL,[Of]:i.GREATER,[Df]:i.NOTEQUAL};function Qe(S,x){if(x.type===Mn&&e.has("OES_texture_float_linear")===!1&&(x.magFilter===Ht||x.magFilter===Ia||x.magFilter===As||x.magFilter===Qn||x.minFilter===Ht||x.minFilter===Ia||x.minFilter===As||x.minFilter===Qn)&&Ie("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(S,i.TEXTURE_WRAP_S,Fe[x.wrapS]),i.texParameteri(S,i.TEXTURE_WRAP_T,Fe[x.wrapT]),(S===i.TEXTURE_3D||S===i.TEXTURE_2D_ARRAY)&&i.texParameteri(S,i.TEXTURE_WRAP_R,Fe[x.wrapR]),i.texParameteri(S,i.TEXTURE_MAG_FILTER,pt[x.magFilter]),i.texParameteri(S,i.TEXTURE_MIN_FILTER,pt[x.minFilter]),x.compareFunction&&(i.texParameteri(S,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(S,i.TEXTURE_COMPARE_FUNC,Pe[x.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(x.magFilter===Rt||x.minFilter!==As&&x.minFilter!==Qn||x.type===Mn&&e.has("OES_texture_float_linear")===!1)return;if(x.anisotropy>1||n.get(x).__currentAnisotropy){let D=e.get("EXT_texture_filter_anisotropic");i.texParameterf(S,D.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(x.anisotropy,r.getMaxAnisotropy())),n.get(x).__currentAnisotropy=x.anisotropy}}}function et(S,x){let D=!1;S.__webglInit===void 0&&(S.__webglInit=!0,x.addEventListener("dispose",N),B(x));let te=x.source,Q=f.get(te);Q===void 0&&(Q={},f.set(te,Q));let se=Z(x);if(se!==S.__cacheKey){Q[se]===void 0&&(Q[se]={texture:i.createTexture(),usedTimes:0},o.memory.textures++,D=!0),Q[se].usedTimes++;let he=Q[S.__cacheKey];he!==void 0&&(Q[S.__cacheKey].usedTimes--,he.usedTimes===0&&G(x)),S.__cacheKey=se,S.__webglTexture=Q[se].texture}return D}function Ve(S,x,D){return Math.floor(Math.floor(S/D)/x)}function Pt(S,x,D,te){let se=S.updateRanges;if(se.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,x.width,x.height,D,te,x.data);else{se.sort((T,J)=>T.start-J.start);let he=0;for(let T=1;T<se.length;T++){let J=se[he],V=se[T],le=J.start+J.count,re=Ve(V.start,x.width,4),oe=Ve(J.start,x.width,4);V.start<=le+1&&re===oe&&Ve(V.start+V.count-1,x.width,4)===re?J.count=Math.max(J.count,V.start+V.count-J.start):(++he,se[he]=V)}se.length=he+1;let q=t.getParameter(i.UNPACK_ROW_LENGTH),Y=t.getParameter(i.UNPACK_SKIP_PIXELS),ae=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,x.width);for(let T=0,J=se.length;T<J;T++){let V=se[T],le=Math.floor(V.start/4),re=Math.ceil(V.count/4),oe=le%x.width,Ee=Math.floor(le/x.width),ke=re,ie=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,oe),t.pixelStorei(i.UNPACK_SKIP_ROWS,Ee),t.texSubImage2D(i.TEXTURE_2D,0,oe,Ee,ke,ie,D,te,x.data)}S.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,q),t.pixelStorei(i.UNPACK_SKIP_PIXELS,Y),t.pixelStorei(i.UNPACK_SKIP_ROWS,ae)}}function yt(S,x,D){let te=i.TEXTURE_2D;(x.isDataArrayTexture||x.isCompressedArrayTexture)&&(te=i.TEXTURE_2D_ARRAY),x.isData3DTexture&&(te=i.TEXTURE_3D);let Q=et(S,x),se=x.source;t.bindTexture(te,S.__webglTexture,i.TEXTURE0+D);let he=n.get(se);if(se.version!==he.__version||Q===!0){if(t.activeTexture(i.TEXTURE0+D),(typeof ImageBitmap<"u"&&x.image instanceof ImageBitmap)===!1){let ie=Ge.getPrimaries(Ge.workingColorSpace),Te=x.colorSpace===ei?null:Ge.getPrimaries(x.colorSpace),Be=x.colorSpace===ei||ie===Te?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,x.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,x.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,Be)}t.pixelStorei(i.UNPACK_ALIGNMENT,x.unpackAlignment);let Y=b(x.image,!1,r.maxTextureSize);Y=Re(x,Y);let ae=s.convert(x.format,x.colorSpace),T=s.convert(x.type),J=E(x.internalFormat,ae,T,x.normalized,x.colorSpace,x.isVideoTexture);Qe(te,x);let V,le=x.mipmaps,re=x.isVideoTexture!==!0,oe=he.__version===void 0||Q===!0,Ee=se.dataReady,ke=M(x,Y);if(x.isDepthTexture)J=y(x.format===jn,x.type),oe&&(re?t.texStorage2D(i.TEXTURE_2D,1,J,Y.width,Y.height):t.texImage2D(i.TEXTURE_2D,0,J,Y.width,Y.height,0,ae,T,null));else if(x.isDataTexture)if(le.length>0){re&&oe&&t.texStorage2D(i.TEXTURE_2D,ke,J,le[0].width,le[0].height);for(let ie=0,Te=le.length;ie<Te;ie++)V=le[ie],re?Ee&&t.texSubImage2D(i.TEXTURE_2D,ie,0,0,V.width,V.height,ae,T,V.data):t.texImage2D(i.TEXTURE_2D,ie,J,V.width,V.height,0,ae,T,V.data);x.generateMipmaps=!1}else re?(oe&&t.texStorage2D(i.TEXTURE_2D,ke,J,Y.width,Y.height),Ee&&Pt(x,Y,ae,T)):t.texImage2D(i.TEXTURE_2D,0,J,Y.width,Y.height,0,ae,T,Y.data);else if(x.isCompressedTexture)if(x.isCompressedArrayTexture){re&&oe&&t.texStorage3D(i.TEXTURE_2D_ARRAY,ke,J,le[0].width,le[0].height,Y.depth);for(let ie=0,Te=le.length;ie<Te;ie++)if(V=le[ie],x.format!==En)if(ae!==null)if(re){if(Ee)if(x.layerUpdates.size>0){let Be=Ah(V.width,V.height,x.format,x.type);for(let fe of x.layerUpdates){let je=V.data.subarray(fe*Be/V.data.BYTES_PER_ELEMENT,(fe+1)*Be/V.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,ie,0,0,fe,V.width,V.height,1,ae,je)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,ie,0,0,0,V.width,V.height,Y.depth,ae,V.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,ie,J,V.width,V.height,Y.depth,0,V.data,0,0);else Ie("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else re?Ee&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,ie,0,0,0,V.width,V.height,Y.depth,ae,T,V.data):t.texImage3D(i.TEXTURE_2D_ARRAY,ie,J,V.width,V.height,Y.depth,0,ae,T,V.data);x.layerUpdates.size>0&&x.clearLayerUpdates()}else{re&&oe&&t.texStorage2D(i.TEXTURE_2D,ke,J,le[0].width,le[0].height);for(let ie=0,Te=le.length;ie<Te;ie++)V=le[ie],x.format!==En?ae!==null?re?Ee&&t.compressedTexSubImage2D(i.TEXTURE_2D,ie,0,0,V.width,V.height,ae,V.data):t.compressedTexImage2D(i.TEXTURE_2D,ie,J,V.width,V.height,0,V.data):Ie("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):re?Ee&&t.texSubImage2D(i.TEXTURE_2D,ie,0,0,V.width,V.height,ae,T,V.data):t.texImage2D(i.TEXTURE_2D,ie,J,V.width,V.height,0,ae,T,V.data)}else if(x.isDataArrayTexture)if(re){if(oe&&t.texStorage3D(i.TEXTURE_2D_ARRAY,ke,J,Y.width,Y.height,Y.depth),Ee)if(x.layerUpdates.size>0){let ie=Ah(Y.width,Y.height,x.format,x.type);for(let Te of x.layerUpdates){let Be=Y.data.subarray(Te*ie/Y.data.BYTES_PER_ELEMENT,(Te+1)*ie/Y.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,Te,Y.width,Y.height,1,ae,T,Be)}x.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,Y.width,Y.height,Y.depth,ae,T,Y.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,J,Y.width,Y.height,Y.depth,0,ae,T,Y.data);else if(x.isData3DTexture)re?(oe&&t.texStorage3D(i.TEXTURE_3D,ke,J,Y.width,Y.height,Y.depth),Ee&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,Y.width,Y.height,Y.depth,ae,T,Y.data)):t.texImage3D(i.TEXTURE_3D,0,J,Y.width,Y.height,Y.depth,0,ae,T,Y.data);else if(x.isFramebufferTexture){if(oe)if(re)t.texStorage2D(i.TEXTURE_2D,ke,J,Y.width,Y.height);else{let ie=Y.width,Te=Y.height;for(let Be=0;Be<ke;Be++)t.texImage2D(i.TEXTURE_2D,Be,J,ie,Te,0,ae,T,null),ie>>=1,Te>>=1}}else if(x.isHTMLTexture){if("texElementImage2D"in i){let ie=i.canvas;if(ie.hasAttribute("layoutsubtree")||ie.setAttribute("layoutsubtree","true"),Y.parentNode!==ie){ie.appendChild(Y),u.add(x),ie.onpaint=Te=>{let Be=Te.changedElements;for(let fe of u)Be.includes(fe.image)&&(fe.needsUpdate=!0)},ie.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,Y);else{let Be=i.RGBA,fe=i.RGBA,je=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,Be,fe,je,Y)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(le.length>0){if(re&&oe){let ie=Oe(le[0]);t.texStorage2D(i.TEXTURE_2D,ke,J,ie.width,ie.height)}for(let ie=0,Te=le.length;ie<Te;ie++)V=le[ie],re?Ee&&t.texSubImage2D(i.TEXTURE_2D,ie,0,0,ae,T,V):t.texImage2D(i.TEXTURE_2D,ie,J,ae,T,V);x.generateMipmaps=!1}else if(re){if(oe){let ie=Oe(Y);t.texStorage2D(i.TEXTURE_2D,ke,J,ie.width,ie.height)}Ee&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,ae,T,Y)}else t.texImage2D(i.TEXTURE_2D,0,J,ae,T,Y);C(x)&&x.mipmapsAutoUpdate===!0&&w(te),he.__version=se.version,x.onUpdate&&x.onUpdate(x)}S.__version=x.version}function Wt(S,x,D){if(x.image.length!==6)return;let te=et(S,x),Q=x.source;t.bindTexture(i.TEXTURE_CUBE_MAP,S.__webglTexture,i.TEXTURE0+D);let se=n.get(Q);if(Q.version!==se.__version||te===!0){t.activeTexture(i.TEXTURE0+D);let he=Ge.getPrimaries(Ge.workingColorSpace),q=x.colorSpace===ei?null:Ge.getPrimaries(x.colorSpace),Y=x.colorSpace===ei||he===q?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,x.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,x.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,x.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,Y);let ae=x.isCompressedTexture||x.image[0].isCompressedTexture,T=x.image[0]&&x.image[0].isDataTexture,J=[];for(let fe=0;fe<6;fe++)!ae&&!T?J[fe]=b(x.image[fe],!0,r.maxCubemapSize):J[fe]=T?x.image[fe].image:x.image[fe],J[fe]=Re(x,J[fe]);let V=J[0],le=s.convert(x.format,x.colorSpace),re=s.convert(x.type),oe=E(x.internalFormat,le,re,x.normalized,x.colorSpace),Ee=x.isVideoTexture!==!0,ke=se.__version===void 0||te===!0,ie=Q.dataReady,Te=M(x,V);Qe(i.TEXTURE_CUBE_MAP,x);let Be;if(x.isDepthTexture){if(oe=y(x.format===jn,x.type),ke)if(Ee)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,oe,V.width,V.height);else for(let fe=0;fe<6;fe++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,0,oe,V.width,V.height,0,le,re,null)}else if(ae){Ee&&ke&&t.texStorage2D(i.TEXTURE_CUBE_MAP,Te,oe,V.width,V.height);for(let fe=0;fe<6;fe++){Be=J[fe].mipmaps;for(let je=0;je<Be.length;je++){let Mt=Be[je];x.format!==En?le!==null?Ee?ie&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,je,0,0,Mt.width,Mt.height,le,Mt.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,je,oe,Mt.width,Mt.height,0,Mt.data):Ie("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Ee?ie&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,je,0,0,Mt.width,Mt.height,le,re,Mt.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,je,oe,Mt.width,Mt.height,0,le,re,Mt.data)}}}else{if(Be=x.mipmaps,Ee&&ke){Be.length>0&&Te++;let fe=Oe(J[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,Te,oe,fe.width,fe.height)}for(let fe=0;fe<6;fe++)if(T){Ee?ie&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,0,0,0,J[fe].width,J[fe].height,le,re,J[fe].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,0,oe,J[fe].width,J[fe].height,0,le,re,J[fe].data);for(let je=0;je<Be.length;je++){let ni=Be[je].image[fe].image;Ee?ie&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,je+1,0,0,ni.width,ni.height,le,re,ni.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,je+1,oe,ni.width,ni.height,0,le,re,ni.data)}}else{Ee?ie&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,0,0,0,le,re,J[fe]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,0,oe,le,re,J[fe]);for(let je=0;je<Be.length;je++){let Mt=Be[je];Ee?ie&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,je+1,0,0,le,re,Mt.image[fe]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+fe,je+1,oe,le,re,Mt.image[fe])}}}C(x)&&x.mipmapsAutoUpdate===!0&&w(i.TEXTURE_CUBE_MAP),se.__version=Q.version,x.onUpdate&&x.onUpdate(x)}S.__version=x.version}function lt(S,x,D,te,Q,se){let he=s.convert(D.format,D.colorSpace),q=s.convert(D.type),Y=E(D.internalFormat,he,q,D.normalized,D.colorSpace),ae=n.get(x),T=n.get(D);if(T.__renderTarget=x,!ae.__hasExternalTextures){let J=Math.max(1,x.width>>se),V=Math.max(1,x.height>>se);Q===i.TEXTURE_3D||Q===i.TEXTURE_2D_ARRAY?t.texImage3D(Q,se,Y,J,V,x.depth,0,he,q,null):t.texImage2D(Q,se,Y,J,V,0,he,q,null)}t.bindFramebuffer(i.FRAMEBUFFER,S),de(x)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,te,Q,T.__webglTexture,0,at(x)):(Q===i.TEXTURE_2D||Q>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&Q<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,te,Q,T.__webglTexture,se),t.bindFramebuffer(i.FRAMEBUFFER,null)}function Cn(S,x,D){if(i.bindRenderbuffer(i.RENDERBUFFER,S),x.depthBuffer){let te=x.depthTexture,Q=te&&te.isDepthTexture?te.type:null,se=y(x.stencilBuffer,Q),he=x.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;de(x)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,at(x),se,x.width,x.height):D?i.renderbufferStorageMultisample(i.RENDERBUFFER,at(x),se,x.width,x.height):i.renderbufferStorage(i.RENDERBUFFER,se,x.width,x.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,he,i.RENDERBUFFER,S)}else{let te=x.textures;for(let Q=0;Q<te.length;Q++){let se=te[Q],he=s.convert(se.format,se.colorSpace),q=s.convert(se.type),Y=E(se.internalFormat,he,q,se.normalized,se.colorSpace);de(x)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,at(x),Y,x.width,x.height):D?i.renderbufferStorageMultisample(i.RENDERBUFFER,at(x),Y,x.width,x.height):i.renderbufferStorage(i.RENDERBUFFER,Y,x.width,x.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function St(S,x,D){let te=x.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,S),!(x.depthTexture&&x.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let Q=n.get(x.depthTexture);Q.__renderTarget=x;let se=te?x.depthTexture.image[0]:x.depthTexture.image;(!Q.__webglTexture||se.width!==x.width||se.height!==x.height)&&(se.width=x.width,se.height=x.height,x.depthTexture.needsUpdate=!0),te?ge(x.depthTexture,0):me(x.depthTexture,0);let he=Q.__webglTexture,q=at(x),Y=te?i.TEXTURE_CUBE_MAP_POSITIVE_X+D:i.TEXTURE_2D,ae=x.depthTexture.format===jn?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(x.depthTexture.format===Jn)de(x)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,ae,Y,he,0,q):i.framebufferTexture2D(i.FRAMEBUFFER,ae,Y,he,0);else if(x.depthTexture.format===jn)de(x)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,ae,Y,he,0,q):i.framebufferTexture2D(i.FRAMEBUFFER,ae,Y,he,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function en(S){let x=n.get(S),D=S.isWebGLCubeRenderTarget===!0;if(x.__boundDepthTexture!==S.depthTexture){let te=S.depthTexture;if(x.__depthDisposeCallback&&x.__depthDisposeCallback(),te){let Q=()=>{delete x.__boundDepthTexture,delete x.__depthDisposeCallback,te.removeEventListener("dispose",Q)};te.addEventListener("dispose",Q),x.__depthDisposeCallback=Q}x.__boundDepthTexture=te}if(S.depthTexture&&!x.__autoAllocateDepthBuffer)if(D)for(let te=0;te<6;te++)St(x.__webglFramebuffer[te],S,te);else S.texture.mipmaps.length>0?St(x.__webglFramebuffer[0],S,0):St(x.__webglFramebuffer,S,0);else if(D){x.__webglDepthbuffer=[];for(let te=0;te<6;te++)if(t.bindFramebuffer(i.FRAMEBUFFER,x.__webglFramebuffer[te]),x.__webglDepthbuffer[te]===void 0)x.__webglDepthbuffer[te]=i.createRenderbuffer(),Cn(x.__webglDepthbuffer[te],S,!1);else{let Q=S.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,se=x.__webglDepthbuffer[te];i.bindRenderbuffer(i.RENDERBUFFER,se),i.framebufferRenderbuffer(i.FRAMEBUFFER,Q,i.RENDERBUFFER,se)}}else if(S.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,x.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,x.__webglFramebuffer),x.__webglDepthbuffer===void 0)x.__webglDepthbuffer=i.createRenderbuffer(),Cn(x.__webglDepthbuffer,S,!1);else{let Q=S.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,se=x.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,se),i.framebufferRenderbuffer(i.FRAMEBUFFER,Q,i.RENDERBUFFER,se)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function tn(S,x,D){let te=n.get(S);x!==void 0&&lt(te.__webglFramebuffer,S,S.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),D!==void 0&&en(S)}function nn(S){let x=S.texture,D=n.get(S),te=n.get(x);S.addEventListener("dispose",z),B(S);let Q=S.textures,se=S.isWebGLCubeRenderTarget===!0,he=Q.length>1;if(he||(te.__webglTexture===void 0&&(te.__webglTexture=i.createTexture()),te.__version=x.version,o.memory.textures++),se){D.__webglFramebuffer=[];for(let q=0;q<6;q++)if(x.mipmaps.length>0){D.__webglFramebuffer[q]=[];for(let Y=0;Y<x.mipmaps.length;Y++)D.__webglFramebuffer[q][Y]=i.createFramebuffer()}else D.__webglFramebuffer[q]=i.createFramebuffer()}else{if(x.mipmaps.length>0){D.__webglFramebuffer=[];for(let q=0;q<x.mipmaps.length;q++)D.__webglFramebuffer[q]=i.createFramebuffer()}else D.__webglFramebuffer=i.createFramebuffer();if(he)for(let q=0,Y=Q.length;q<Y;q++){let ae=n.get(Q[q]);ae.__webglTexture===void 0&&(ae.__webglTexture=i.createTexture(),o.memory.textures++)}if(S.samples>0&&de(S)===!1){D.__webglMultisampledFramebuffer=i.createFramebuffer(),D.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,D.__webglMultisampledFramebuffer);for(let q=0;q<Q.length;q++){let Y=Q[q];D.__webglColorRenderbuffer[q]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,D.__webglColorRenderbuffer[q]);let ae=s.convert(Y.format,Y.colorSpace),T=s.convert(Y.type),J=E(Y.internalFormat,ae,T,Y.normalized,Y.colorSpace,S.isXRRenderTarget===!0),V=at(S);i.renderbufferStorageMultisample(i.RENDERBUFFER,V,J,S.width,S.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+q,i.RENDERBUFFER,D.__webglColorRenderbuffer[q])}i.bindRenderbuffer(i.RENDERBUFFER,null),S.depthBuffer&&(D.__webglDepthRenderbuffer=i.createRenderbuffer(),Cn(D.__webglDepthRenderbuffer,S,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(se){t.bindTexture(i.TEXTURE_CUBE_MAP,te.__webglTexture),Qe(i.TEXTURE_CUBE_MAP,x);for(let q=0;q<6;q++)if(x.mipmaps.length>0)for(let Y=0;Y<x.mipmaps.length;Y++)lt(D.__webglFramebuffer[q][Y],S,x,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+q,Y);else lt(D.__webglFramebuffer[q],S,x,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+q,0);C(x)?w(i.TEXTURE_CUBE_MAP):x.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,x.mipmaps.length-1),t.unbindTexture()}else if(he){for(let q=0,Y=Q.length;q<Y;q++){let ae=Q[q],T=n.get(ae),J=i.TEXTURE_2D;(S.isWebGL3DRenderTarget||S.isWebGLArrayRenderTarget)&&(J=S.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(J,T.__webglTexture),Qe(J,ae),lt(D.__webglFramebuffer,S,ae,i.COLOR_ATTACHMENT0+q,J,0),C(ae)&&w(J)}t.unbindTexture()}else{let q=i.TEXTURE_2D;if((S.isWebGL3DRenderTarget||S.isWebGLArrayRenderTarget)&&(q=S.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(q,te.__webglTexture),Qe(q,x),x.mipmaps.length>0)for(let Y=0;Y<x.mipmaps.length;Y++)lt(D.__webglFramebuffer[Y],S,x,i.COLOR_ATTACHMENT0,q,Y);else lt(D.__webglFramebuffer,S,x,i.COLOR_ATTACHMENT0,q,0);C(x)?w(q):x.mipmaps.length>0&&i.texParameteri(q,i.TEXTURE_MAX_LEVEL,x.mipmaps.length-1),t.unbindTexture()}S.depthBuffer&&en(S)}function L(S){let x=S.textures;for(let D=0,te=x.length;D<te;D++){let Q=x[D];if(C(Q)&&Q.mipmapsAutoUpdate===!0){let se=A(S),he=n.get(Q).__webglTexture;t.bindTexture(se,he),w(se),t.unbindTexture()}}}let rn=[];function ot(S){if(S.samples>0){if(de(S)===!1){let x=S.textures,D=S.width,te=S.height,Q=i.COLOR_BUFFER_BIT,se=S.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,he=n.get(S),q=x.length>1;if(q)for(let ae=0;ae<x.length;ae++)t.bindFramebuffer(i.FRAMEBUFFER,he.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ae,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,he.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+ae,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,he.__webglMultisampledFramebuffer),S.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,he.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,he.__webglFramebuffer);for(let ae=0;ae<x.length;ae++){if(S.resolveDepthBuffer&&(S.depthBuffer&&(Q|=i.DEPTH_BUFFER_BIT),S.stencilBuffer&&S.resolveStencilBuffer&&(Q|=i.STENCIL_BUFFER_BIT)),q){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,he.__webglColorRenderbuffer[ae]);let T=n.get(x[ae]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,T,0)}i.blitFramebuffer(0,0,D,te,0,0,D,te,Q,i.NEAREST),l===!0&&(rn.length=0,rn.push(i.COLOR_ATTACHMENT0+ae),S.depthBuffer&&S.storeMultisampledDepthBuffer===!1&&rn.push(se),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,rn))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),q)for(let ae=0;ae<x.length;ae++){t.bindFramebuffer(i.FRAMEBUFFER,he.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ae,i.RENDERBUFFER,he.__webglColorRenderbuffer[ae]);let T=n.get(x[ae]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,he.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+ae,i.TEXTURE_2D,T,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,he.__webglMultisampledFramebuffer)}else if(S.depthBuffer&&S.storeMultisampledDepthBuffer===!1&&l){let x=S.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[x])}}}function at(S){return Math.min(r.maxSamples,S.samples)}function de(S){let x=n.get(S);return S.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&x.__useRenderToTexture!==!1}function xt(S){let x=o.render.frame;h.get(S)!==x&&(h.set(S,x),S.update())}function Re(S,x){let D=S.colorSpace,te=S.format,Q=S.type;return S.isCompressedTexture===!0||S.isVideoTexture===!0||D!==zi&&D!==ei&&(Ge.getTransfer(D)===Ke?(te!==En||Q!==jt)&&Ie("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):Le("WebGLTextures: Unsupported texture color space:",D)),x}function Oe(S){return typeof HTMLImageElement<"u"&&S instanceof HTMLImageElement?(c.width=S.naturalWidth||S.width,c.height=S.naturalHeight||S.height):typeof VideoFrame<"u"&&S instanceof VideoFrame?(c.width=S.displayWidth,c.height=S.displayHeight):(c.width=S.width,c.height=S.height),c}this.allocateTextureUnit=De,this.resetTextureUnits=j,this.getTextureUnits=ee,this.setTextureUnits=Me,this.setTexture2D=me,this.setTexture2DArray=ve,this.setTexture3D=Ce,this.setTextureCube=ge,this.rebindTextures=tn,this.setupRenderTarget=nn,this.updateRenderTargetMipmap=L,this.updateMultisampleRenderTarget=ot,this.setupDepthRenderbuffer=en,this.setupFrameBufferTexture=lt,this.useMultisampledRTT=de,this.dispose=$}function mS(i,e){function t(n,r=ei){let s,o=Ge.getTransfer(r);if(n===jt)return i.UNSIGNED_BYTE;if(n===Na)return i.UNSIGNED_SHORT_4_4_4_4;if(n===Oa)return i.UNSIGNED_SHORT_5_5_5_1;if(n===fh)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===ph)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===uh)return i.BYTE;if(n===dh)return i.SHORT;if(n===Fr)return i.UNSIGNED_SHORT;if(n===La)return i.INT;if(n===Sn)return i.UNSIGNED_INT;if(n===Mn)return i.FLOAT;if(n===wn)return i.HALF_FLOAT;if(n===mh)return i.ALPHA;if(n===gh)return i.RGB;if(n===En)return i.RGBA;if(n===Jn)return i.DEPTH_COMPONENT;if(n===jn)return i.DEPTH_STENCIL;if(n===yh)return i.RED;if(n===Da)return i.RED_INTEGER;if(n===bi)return i.RG;if(n===Ua)return i.RG_INTEGER;if(n===Fa)return i.RGBA_INTEGER;if(n===Cs||n===Rs||n===Ps||n===Is)if(o===Ke)if(s=e.get("WEBGL_compressed_texture_s3tc_srgb"),s!==null){if(n===Cs)return s.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===Rs)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===Ps)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===Is)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(s=e.get("WEBGL_compressed_texture_s3tc"),s!==null){if(n===Cs)return s.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===Rs)return s.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===Ps)return s.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===Is)return s.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===Ba||n===ka||n===za||n===Ha)if(s=e.get("WEBGL_compressed_texture_pvrtc"),s!==null){if(n===Ba)return s.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===ka)return s.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===za)return s.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===Ha)return s.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===Ga||n===Va||n===Wa||n===$a||n===qa||n===Ls||n===Xa)if(s=e.get("WEBGL_compressed_texture_etc"),s!==null){if(n===Ga||n===Va)return o===Ke?s.COMPRESSED_SRGB8_ETC2:s.COMPRESSED_RGB8_ETC2;if(n===Wa)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:s.COMPRESSED_RGBA8_ETC2_EAC;if(n===$a)return s.COMPRESSED_R11_EAC;if(n===qa)return s.COMPRESSED_SIGNED_R11_EAC;if(n===Ls)return s.COMPRESSED_RG11_EAC;if(n===Xa)return s.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===Ya||n===Za||n===Ja||n===Ka||n===Qa||n===ja||n===el||n===tl||n===nl||n===il||n===rl||n===sl||n===ol||n===al)if(s=e.get("WEBGL_compressed_texture_astc"),s!==null){if(n===Ya)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:s.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===Za)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:s.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===Ja)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:s.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===Ka)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:s.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===Qa)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:s.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===ja)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:s.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===el)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:s.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===tl)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:s.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===nl)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:s.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===il)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:s.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===rl)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:s.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===sl)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:s.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===ol)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:s.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===al)return o===Ke?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:s.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===ll||n===cl||n===hl)if(s=e.get("EXT_texture_compression_bptc"),s!==null){if(n===ll)return o===Ke?s.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:s.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===cl)return s.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===hl)return s.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===ul||n===dl||n===Ns||n===fl)if(s=e.get("EXT_texture_compression_rgtc"),s!==null){if(n===ul)return s.COMPRESSED_RED_RGTC1_EXT;if(n===dl)return s.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===Ns)return s.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===fl)return s.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===Xi?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var gS=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,yS=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,Uh=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new Ss(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new Dn({vertexShader:gS,fragmentShader:yS,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new cn(new Vi(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Fh=class extends Nn{constructor(e,t){super();let n=this,r=null,s=1,o=null,a="local-floor",l=1,c=null,h=null,u=null,d=null,f=null,g=null,v=typeof XRWebGLBinding<"u",m=new Uh,p={},b=t.getContextAttributes(),C=null,w=null,A=[],E=[],y=new Ze,M=null,B=null,I=new zt;I.viewport=new ht;let N=new zt;N.viewport=new ht;let z=[I,N],X=new Ca,P=null,$=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(Z){let me=A[Z];return me===void 0&&(me=new Pr,A[Z]=me),me.getTargetRaySpace()},this.getControllerGrip=function(Z){let me=A[Z];return me===void 0&&(me=new Pr,A[Z]=me),me.getGripSpace()},this.getHand=function(Z){let me=A[Z];return me===void 0&&(me=new Pr,A[Z]=me),me.getHandSpace()};function K(Z){let me=E.indexOf(Z.inputSource);if(me===-1)return;let ve=A[me];ve!==void 0&&(ve.update(Z.inputSource,Z.frame,c||o),ve.dispatchEvent({type:Z.type,data:Z.inputSource}))}function G(){r.removeEventListener("select",K),r.removeEventListener("selectstart",K),r.removeEventListener("selectend",K),r.removeEventListener("squeeze",K),r.removeEventListener("squeezestart",K),r.removeEventListener("squeezeend",K),r.removeEventListener("end",G),r.removeEventListener("inputsourceschange",ne);for(let Z=0;Z<A.length;Z++){let me=E[Z];me!==null&&(E[Z]=null,A[Z].disconnect(me))}P=null,$=null,m.reset();for(let Z in p)delete p[Z];if(e.setRenderTarget(C),f=null,d=null,u=null,r=null,w=null,De.stop(),n.isPresenting=!1,e.setPixelRatio(M),e.setSize(y.width,y.height,!1),B!==null){let Z=B.camera;Z.fov=B.fov,Z.zoom=B.zoom,Z.updateProjectionMatrix(),B=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(Z){s=Z,n.isPresenting===!0&&Ie("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(Z){a=Z,n.isPresenting===!0&&Ie("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||o},this.setReferenceSpace=function(Z){c=Z},this.getBaseLayer=function(){return d!==null?d:f},this.getBinding=function(){return u===null&&v&&(u=new XRWebGLBinding(r,t)),u},this.getFrame=function(){return g},this.getSession=function(){return r},this.setSession=async function(Z){if(r=Z,r!==null){if(C=e.getRenderTarget(),r.addEventListener("select",K),r.addEventListener("selectstart",K),r.addEventListener("selectend",K),r.addEventListener("squeeze",K),r.addEventListener("squeezestart",K),r.addEventListener("squeezeend",K),r.addEventListener("end",G),r.addEventListener("inputsourceschange",ne),b.xrCompatible!==!0&&await t.makeXRCompatible(),M=e.getPixelRatio(),e.getSize(y),v&&"createProjectionLayer"in XRWebGLBinding.prototype){let ve=null,Ce=null,ge=null;b.depth&&(ge=b.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,ve=b.stencil?jn:Jn,Ce=b.stencil?Xi:Sn);let Fe={colorFormat:t.RGBA8,depthFormat:ge,scaleFactor:s};u=this.getBinding(),d=u.createProjectionLayer(Fe),r.updateRenderState({layers:[d]}),e.setPixelRatio(1),e.setSize(d.textureWidth,d.textureHeight,!1),w=new Kt(d.textureWidth,d.textureHeight,{format:En,type:jt,depthTexture:new Kn(d.textureWidth,d.textureHeight,Ce,void 0,void 0,void 0,void 0,void 0,void 0,ve),stencilBuffer:b.stencil,colorSpace:e.outputColorSpace,samples:b.antialias?4:0,resolveDepthBuffer:d.ignoreDepthValues===!1,resolveStencilBuffer:d.ignoreDepthValues===!1,storeMultisampledDepthBuffer:d.ignoreDepthValues===!1,storeMultisampledStencilBuffer:d.ignoreDepthValues===!1})}else{let ve={antialias:b.antialias,alpha:!0,depth:b.depth,stencil:b.stencil,framebufferScaleFactor:s};f=new XRWebGLLayer(r,t,ve),r.updateRenderState({baseLayer:f}),e.setPixelRatio(1),e.setSize(f.framebufferWidth,f.framebufferHeight,!1),w=new Kt(f.framebufferWidth,f.framebufferHeight,{format:En,type:jt,colorSpace:e.outputColorSpace,stencilBuffer:b.stencil,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}w.isXRRenderTarget=!0,this.setFoveation(l),c=null,o=await r.requestReferenceSpace(a),De.setContext(r),De.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(r!==null)return r.environmentBlendMode},this.getDepthTexture=function(){return m.getDepthTexture()};function ne(Z){for(let me=0;me<Z.removed.length;me++){let ve=Z.removed[me],Ce=E.indexOf(ve);Ce>=0&&(E[Ce]=null,A[Ce].disconnect(ve))}for(let me=0;me<Z.added.length;me++){let ve=Z.added[me],Ce=E.indexOf(ve);if(Ce===-1){for(let Fe=0;Fe<A.length;Fe++)if(Fe>=E.length){E.push(ve),Ce=Fe;break}else if(E[Fe]===null){E[Fe]=ve,Ce=Fe;break}if(Ce===-1)break}let ge=A[Ce];ge&&ge.connect(ve)}}function W(Z,me){me===null?Z.matrixWorld.copy(Z.matrix):Z.matrixWorld.multiplyMatrices(me.matrixWorld,Z.matrix),Z.matrixWorldInverse.copy(Z.matrixWorld).invert()}this.updateCamera=function(Z){if(r===null)return;let me=Z.near,ve=Z.far;m.texture!==null&&(m.depthNear>0&&(me=m.depthNear),m.depthFar>0&&(ve=m.depthFar)),X.near=N.near=I.near=me,X.far=N.far=I.far=ve,(P!==X.near||$!==X.far)&&(r.updateRenderState({depthNear:X.near,depthFar:X.far}),P=X.near,$=X.far),X.layers.mask=Z.layers.mask|6,I.layers.mask=X.layers.mask&-5,N.layers.mask=X.layers.mask&-3;let Ce=Z.parent,ge=X.cameras;W(X,Ce);for(let Fe=0;Fe<ge.length;Fe++)W(ge[Fe],Ce);X.projectionMatrix.copy(I.projectionMatrix),X.projectionMatrixInverse.copy(I.projectionMatrixInverse),B===null&&Z.isPerspectiveCamera&&(B={camera:Z,fov:Z.fov,zoom:Z.zoom}),j(Z,X,Ce)};function j(Z,me,ve){ve===null?Z.matrix.copy(me.matrixWorld):(Z.matrix.copy(ve.matrixWorld),Z.matrix.invert(),Z.matrix.multiply(me.matrixWorld)),Z.matrix.decompose(Z.position,Z.quaternion,Z.scale),Z.updateMatrixWorld(!0),Z.projectionMatrix.copy(me.projectionMatrix),Z.projectionMatrixInverse.copy(me.projectionMatrixInverse),Z.isPerspectiveCamera&&(Z.fov=aa*2*Math.atan(1/Z.projectionMatrix.elements[5]),Z.zoom=1)}this.getCamera=function(){return X},this.getFoveation=function(){if(!(d===null&&f===null))return l},this.setFoveation=function(Z){l=Z,d!==null&&(d.fixedFoveation=Z),f!==null&&f.fixedFoveation!==void 0&&(f.fixedFoveation=Z)},this.hasDepthSensing=function(){return m.texture!==null},this.getDepthSensingMesh=function(){return m.getMesh(X)},this.getCameraTexture=function(Z){return p[Z]};let ee=null;function Me(Z,me){if(h=me.getViewerPose(c||o),g=me,h!==null){let ve=h.views;f!==null&&(e.setRenderTargetFramebuffer(w,f.framebuffer),e.setRenderTarget(w));let Ce=!1;ve.length!==X.cameras.length&&(X.cameras.length=0,Ce=!0);for(let Pe=0;Pe<ve.length;Pe++){let Qe=ve[Pe],et=null;if(f!==null)et=f.getViewport(Qe);else{let Pt=u.getViewSubImage(d,Qe);et=Pt.viewport,Pe===0&&(e.setRenderTargetTextures(w,Pt.colorTexture,Pt.depthStencilTexture),e.setRenderTarget(w))}let Ve=z[Pe];Ve===void 0&&(Ve=new zt,Ve.layers.enable(Pe),Ve.viewport=new ht,z[Pe]=Ve),Ve.matrix.fromArray(Qe.transform.matrix),Ve.matrix.decompose(Ve.position,Ve.quaternion,Ve.scale),Ve.projectionMatrix.fromArray(Qe.projectionMatrix),Ve.projectionMatrixInverse.copy(Ve.projectionMatrix).invert(),Ve.viewport.set(et.x,et.y,et.width,et.height),Pe===0&&(X.matrix.copy(Ve.matrix),X.matrix.decompose(X.position,X.quaternion,X.scale)),Ce===!0&&X.cameras.push(Ve)}let ge=r.enabledFeatures;if(ge&&ge.includes("depth-sensing")&&r.depthUsage=="gpu-optimized"&&v){u=n.getBinding();let Pe=u.getDepthInformation(ve[0]);Pe&&Pe.isValid&&Pe.texture&&m.init(Pe,r.renderState)}if(ge&&ge.includes("camera-access")&&v){e.state.unbindTexture(),u=n.getBinding();for(let Pe=0;Pe<ve.length;Pe++){let Qe=ve[Pe].camera;if(Qe){let et=p[Qe];et||(et=new Ss,p[Qe]=et);let Ve=u.getCameraImage(Qe);et.sourceTexture=Ve}}}}for(let ve=0;ve<A.length;ve++){let Ce=E[ve],ge=A[ve];Ce!==null&&ge!==void 0&&ge.update(Ce,me,c||o)}ee&&ee(Z,me),me.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:me}),g=null}let De=new fp;De.setAnimationLoop(Me),this.setAnimationLoop=function(Z){ee=Z},this.dispose=function(){}}},xS=new ft,Mp=new Ne;Mp.set(-1,0,0,0,1,0,0,0,1);function _S(i,e){function t(m,p){m.matrixAutoUpdate===!0&&m.updateMatrix(),p.value.copy(m.matrix)}function n(m,p){p.color.getRGB(m.fogColor.value,wh(i)),p.isFog?(m.fogNear.value=p.near,m.fogFar.value=p.far):p.isFogExp2&&(m.fogDensity.value=p.density)}function r(m,p,b,C,w){p.isNodeMaterial?p.uniformsNeedUpdate=!1:p.isMeshBasicMaterial?s(m,p):p.isMeshLambertMaterial?(s(m,p),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)):p.isMeshToonMaterial?(s(m,p),u(m,p)):p.isMeshPhongMaterial?(s(m,p),h(m,p),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)):p.isMeshStandardMaterial?(s(m,p),d(m,p),p.isMeshPhysicalMaterial&&f(m,p,w)):p.isMeshMatcapMaterial?(s(m,p),g(m,p)):p.isMeshDepthMaterial?s(m,p):p.isMeshDistanceMaterial?(s(m,p),v(m,p)):p.isMeshNormalMaterial?s(m,p):p.isLineBasicMaterial?(o(m,p),p.isLineDashedMaterial&&a(m,p)):p.isPointsMaterial?l(m,p,b,C):p.isSpriteMaterial?c(m,p):p.isShadowMaterial?(m.color.value.copy(p.color),m.opacity.value=p.opacity):p.isShaderMaterial&&(p.uniformsNeedUpdate=!1)}function s(m,p){m.opacity.value=p.opacity,p.color&&m.diffuse.value.copy(p.color),p.emissive&&m.emissive.value.copy(p.emissive).multiplyScalar(p.emissiveIntensity),p.map&&(m.map.value=p.map,t(p.map,m.mapTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.bumpMap&&(m.bumpMap.value=p.bumpMap,t(p.bumpMap,m.bumpMapTransform),m.bumpScale.value=p.bumpScale,p.side===Gt&&(m.bumpScale.value*=-1)),p.normalMap&&(m.normalMap.value=p.normalMap,t(p.normalMap,m.normalMapTransform),m.normalScale.value.copy(p.normalScale),p.side===Gt&&m.normalScale.value.negate()),p.displacementMap&&(m.displacementMap.value=p.displacementMap,t(p.displacementMap,m.displacementMapTransform),m.displacementScale.value=p.displacementScale,m.displacementBias.value=p.displacementBias),p.emissiveMap&&(m.emissiveMap.value=p.emissiveMap,t(p.emissiveMap,m.emissiveMapTransform)),p.specularMap&&(m.specularMap.value=p.specularMap,t(p.specularMap,m.specularMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest);let b=e.get(p),C=b.envMap,w=b.envMapRotation;C&&(m.envMap.value=C,m.envMapRotation.value.setFromMatrix4(xS.makeRotationFromEuler(w)).transpose(),C.isCubeTexture&&C.isRenderTargetTexture===!1&&m.envMapRotation.value.premultiply(Mp),m.reflectivity.value=p.reflectivity,m.ior.value=p.ior,m.refractionRatio.value=p.refractionRatio),p.lightMap&&(m.lightMap.value=p.lightMap,m.lightMapIntensity.value=p.lightMapIntensity,t(p.lightMap,m.lightMapTransform)),p.aoMap&&(m.aoMap.value=p.aoMap,m.aoMapIntensity.value=p.aoMapIntensity,t(p.aoMap,m.aoMapTransform))}function o(m,p){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,p.map&&(m.map.value=p.map,t(p.map,m.mapTransform))}function a(m,p){m.dashSize.value=p.dashSize,m.totalSize.value=p.dashSize+p.gapSize,m.scale.value=p.scale}function l(m,p,b,C){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,m.size.value=p.size*b,m.scale.value=C*.5,p.map&&(m.map.value=p.map,t(p.map,m.uvTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest)}function c(m,p){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,m.rotation.value=p.rotation,p.map&&(m.map.value=p.map,t(p.map,m.mapTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest)}function h(m,p){m.specular.value.copy(p.specular),m.shininess.value=Math.max(p.shininess,1e-4)}function u(m,p){p.gradientMap&&(m.gradientMap.value=p.gradientMap)}function d(m,p){m.metalness.value=p.metalness,p.metalnessMap&&(m.metalnessMap.value=p.metalnessMap,t(p.metalnessMap,m.metalnessMapTransform)),m.roughness.value=p.roughness,p.roughnessMap&&(m.roughnessMap.value=p.roughnessMap,t(p.roughnessMap,m.roughnessMapTransform)),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)}function f(m,p,b){m.ior.value=p.ior,p.diffuseRoughness>0&&(m.diffuseRoughness.value=p.diffuseRoughness,p.diffuseRoughnessMap&&(m.diffuseRoughnessMap.value=p.diffuseRoughnessMap,t(p.diffuseRoughnessMap,m.diffuseRoughnessMapTransform))),p.sheen>0&&(m.sheenColor.value.copy(p.sheenColor).multiplyScalar(p.sheen),m.sheenRoughness.value=p.sheenRoughness,p.sheenColorMap&&(m.sheenColorMap.value=p.sheenColorMap,t(p.sheenColorMap,m.sheenColorMapTransform)),p.sheenRoughnessMap&&(m.sheenRoughnessMap.value=p.sheenRoughnessMap,t(p.sheenRoughnessMap,m.sheenRoughnessMapTransform))),p.clearcoat>0&&(m.clearcoat.value=p.clearcoat,m.clearcoatRoughness.value=p.clearcoatRoughness,p.clearcoatMap&&(m.clearcoatMap.value=p.clearcoatMap,t(p.clearcoatMap,m.clearcoatMapTransform)),p.clearcoatRoughnessMap&&(m.clearcoatRoughnessMap.value=p.clearcoatRoughnessMap,t(p.clearcoatRoughnessMap,m.clearcoatRoughnessMapTransform)),p.clearcoatNormalMap&&(m.clearcoatNormalMap.value=p.clearcoatNormalMap,t(p.clearcoatNormalMap,m.clearcoatNormalMapTransform),m.clearcoatNormalScale.value.copy(p.clearcoatNormalScale),p.side===Gt&&m.clearcoatNormalScale.value.negate())),p.dispersion>0&&(m.dispersion.value=p.dispersion),p.retroreflectivity>0&&(m.retroreflectivity.value=p.retroreflectivity),p.iridescence>0&&(m.iridescence.value=p.iridescence,m.iridescenceIOR.value=p.iridescenceIOR,m.iridescenceThicknessMinimum.value=p.iridescenceThicknessMinimum,m.iridescenceThicknessMaximum.value=p.iridescenceThicknessMaximum,p.iridescenceMap&&(m.iridescenceMap.value=p.iridescenceMap,t(p.iridescenceMap,m.iridescenceMapTransform)),p.iridescenceThicknessMap&&(m.iridescenceThicknessMap.value=p.iridescenceThicknessMap,t(p.iridescenceThicknessMap,m.iridescenceThicknessMapTransform))),p.transmission>0&&(m.transmission.value=p.transmission,m.transmissionSamplerMap.value=b.texture,m.transmissionSamplerSize.value.set(b.width,b.height),p.transmissionMap&&(m.transmissionMap.value=p.transmissionMap,t(p.transmissionMap,m.transmissionMapTransform)),m.thickness.value=p.thickness,p.thicknessMap&&(m.thicknessMap.value=p.thicknessMap,t(p.thicknessMap,m.thicknessMapTransform)),m.attenuationDistance.value=p.attenuationDistance,m.attenuationColor.value.copy(p.attenuationColor)),p.anisotropy>0&&(m.anisotropyVector.value.set(p.anisotropy*Math.cos(p.anisotropyRotation),p.anisotropy*Math.sin(p.anisotropyRotation)),p.anisotropyMap&&(m.anisotropyMap.value=p.anisotropyMap,t(p.anisotropyMap,m.anisotropyMapTransform))),m.specularIntensity.value=p.specularIntensity,m.specularColor.value.copy(p.specularColor),p.specularColorMap&&(m.specularColorMap.value=p.specularColorMap,t(p.specularColorMap,m.specularColorMapTransform)),p.specularIntensityMap&&(m.specularIntensityMap.value=p.specularIntensityMap,t(p.specularIntensityMap,m.specularIntensityMapTransform))}function g(m,p){p.matcap&&(m.matcap.value=p.matcap)}function v(m,p){let b=e.get(p).light;m.referencePosition.value.setFromMatrixPosition(b.matrixWorld),m.nearDistance.value=b.shadow.camera.near,m.farDistance.value=b.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:r}}function vS(i,e,t,n){let r={},s={};function o(b,C){let w=C.program;n.uniformBlockBinding(b,w,r[b.id])}function a(b,C){let w=r[b.id];w===void 0&&(g(b),w=l(b),r[b.id]=w,b.addEventListener("dispose",m));let A=C.program;n.updateUBOMapping(b,A);let E=e.render.frame;s[b.id]!==E&&(c(b),s[b.id]=E)}function l(b){let C=i.createBuffer(),w=b.__size,A=b.usage;return i.bindBuffer(i.UNIFORM_BUFFER,C),i.bufferData(i.UNIFORM_BUFFER,w,A),i.bindBuffer(i.UNIFORM_BUFFER,null),C}function c(b){let C=r[b.id],w=b.uniforms,A=b.__cache;i.bindBuffer(i.UNIFORM_BUFFER,C);for(let E=0,y=w.length;E<y;E++){let M=w[E];if(Array.isArray(M))for(let B=0,I=M.length;B<I;B++)h(M[B],E,B,A);else h(M,E,0,A)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function h(b,C,w,A){if(d(b,C,w,A)===!0){let E=b.__offset,y=b.value;if(Array.isArray(y)){let M=0;for(let B=0;B<y.length;B++){let I=y[B],N=v(I,!0);u(I,b.__data,M),M+=N.storage/Float32Array.BYTES_PER_ELEMENT}}else u(y,b.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,E,b.__data)}}function u(b,C,w){typeof b=="number"||typeof b=="boolean"?C[w]=b:b.isMatrix3?(C[w]=b.elements[0],C[w+1]=b.elements[1],C[w+2]=b.elements[2],C[w+3]=0,C[w+4]=b.elements[3],C[w+5]=b.elements[4],C[w+6]=b.elements[5],C[w+7]=0,C[w+8]=b.elements[6],C[w+9]=b.elements[7],C[w+10]=b.elements[8],C[w+11]=0):ArrayBuffer.isView(b)?C.set(b.subarray(0,C.length-w),w):b.toArray(C,w)}function d(b,C,w,A){let E=b.value,y=C+"_"+w;if(Array.isArray(E)){A[y]===void 0&&(A[y]=[]);let M=A[y],B=!1;for(let I=0;I<E.length;I++)f(E[I],M,I)===!0&&(B=!0);return B}return f(E,A,y)}function f(b,C,w){if(C[w]===void 0)return typeof b=="number"||typeof b=="boolean"?C[w]=b:ArrayBuffer.isView(b)?C[w]=b.slice():C[w]=b.clone(),!0;{let A=C[w];if(typeof b=="number"||typeof b=="boolean"){if(A!==b)return C[w]=b,!0}else{if(ArrayBuffer.isView(b))return!0;if(A.equals(b)===!1)return A.copy(b),!0}}return!1}function g(b){let C=b.uniforms,w=0,A=16;for(let y=0,M=C.length;y<M;y++){let B=Array.isArray(C[y])?C[y]:[C[y]];for(let I=0,N=B.length;I<N;I++){let z=B[I],X=Array.isArray(z.value)?z.value:[z.value],P=Array.isArray(C[y])||Array.isArray(z.value),$=w;for(let G=0,ne=X.length;G<ne;G++){let W=X[G],j=v(W,P),ee=w%A,Me=ee%j.boundary,De=ee+Me;w+=Me,De!==0&&A-De<j.storage&&(w+=A-De),G===0&&($=w),w+=j.storage}let K=z.type==="int"?Int32Array:z.type==="uint"?Uint32Array:Float32Array;z.__data=new K((w-$)/Float32Array.BYTES_PER_ELEMENT),z.__offset=$}}let E=w%A;return E>0&&(w+=A-E),b.__size=w,b.__cache={},this}function v(b,C){let w={boundary:0,storage:0};return typeof b=="number"||typeof b=="boolean"?(w.boundary=4,w.storage=4):b.isVector2?(w.boundary=8,w.storage=8):b.isVector3||b.isColor?(w.boundary=16,w.storage=12):b.isVector4?(w.boundary=16,w.storage=16):b.isMatrix3?(w.boundary=16,w.storage=48):b.isMatrix4?(w.boundary=16,w.storage=64):b.isTexture?Ie("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(b)?(w.boundary=16,w.storage=b.byteLength):Ie("WebGLRenderer: Unsupported uniform value type.",b),C===!0&&(w.boundary=16,w.storage=Math.ceil(w.storage/16)*16),w}function m(b){let C=b.target;C.removeEventListener("dispose",m),i.deleteBuffer(r[C.id]),delete r[C.id],delete s[C.id]}function p(){for(let b in r)i.deleteBuffer(r[b]);r={},s={}}return{bind:o,update:a,dispose:p}}var bS=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),Fn=null;function SS(){return Fn===null&&(Fn=new fa(bS,16,16,bi,wn),Fn.name="DFG_LUT",Fn.minFilter=Ht,Fn.magFilter=Ht,Fn.wrapS=Ln,Fn.wrapT=Ln,Fn.generateMipmaps=!1,Fn.needsUpdate=!0),Fn}var yl=class{constructor(e={}){let{canvas:t=Ff(),context:n=null,depth:r=!0,stencil:s=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:h="default",failIfMajorPerformanceCaveat:u=!1,reversedDepthBuffer:d=!1,outputBufferType:f=jt}=e;this.isWebGLRenderer=!0;let g;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");g=n.getContextAttributes().alpha}else g=o;let v=f,m=new Set([Fa,Ua,Da]),p=new Set([jt,Sn,Fr,Xi,Na,Oa]),b=new Uint32Array(4),C=new Int32Array(4),w={textures:[],min:[],max:[],resolution:[]},A=null,E=null,y=[],M=[],B=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=Un,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let I=this,N=!1,z=null,X=null,P=null,$=null;this._outputColorSpace=Jt;let K=0,G=0,ne=null,W=-1,j=null,ee=new ht,Me=new ht,De=null,Z=new Xe(0),me=0,ve=t.width,Ce=t.height,ge=1,Fe=null,pt=null,Pe=new ht(0,0,ve,Ce),Qe=new ht(0,0,ve,Ce),et=!1,Ve=new Gi,Pt=new pa,yt=!1,Wt=!1,lt=new ft,Cn=new H,St=new ht,en={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},tn=!1;function nn(){return ne===null?ge:1}let L=n;function rn(_,R){return t.getContext(_,R)}let ot,at,de,xt,Re,Oe,S,x,D,te,Q,se,he,q,Y,ae,T,J,V,le,re,oe,Ee;try{let _={alpha:!0,depth:r,stencil:s,antialias:a,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:h,failIfMajorPerformanceCaveat:u};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",Te,!1),t.addEventListener("webglcontextrestored",Be,!1),t.addEventListener("webglcontextcreationerror",fe,!1),L===null){let R="webgl2";if(L=rn(R,_),L===null)throw rn(R)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}ke()}catch(_){throw t.removeEventListener("webglcontextlost",Te,!1),t.removeEventListener("webglcontextrestored",Be,!1),t.removeEventListener("webglcontextcreationerror",fe,!1),Le("WebGLRenderer: "+_.message),_}function ke(){ot=new Nv(L),ot.init(),re=new mS(L,ot),at=new Sv(L,ot,e,re),de=new fS(L,ot),at.reversedDepthBuffer&&d&&de.buffers.depth.setReversed(!0),X=L.createFramebuffer(),P=L.createFramebuffer(),$=L.createFramebuffer(),xt=new Uv(L),Re=new jb,Oe=new pS(L,ot,de,Re,at,re,xt),S=new Lv(I),x=new B0(L),oe=new vv(L,x),D=new Ov(L,x,xt,oe),te=new Bv(L,D,x,oe,xt),J=new Fv(L,at,Oe),Y=new Mv(Re),Q=new Qb(I,S,ot,at,oe,Y),se=new _S(I,Re),he=new tS,q=new aS(ot),T=new _v(I,S,de,te,g,l),ae=new dS(I,te,at),Ee=new vS(L,xt,at,de),V=new bv(L,ot,xt),le=new Dv(L,ot,xt),xt.programs=Q.programs,I.capabilities=at,I.extensions=ot,I.properties=Re,I.renderLists=he,I.shadowMap=ae,I.state=de,I.info=xt}v!==jt&&(B=new zv(v,t.width,t.height,a,r,s));let ie=new Fh(I,L);this.xr=ie,this.getContext=function(){return L},this.getContextAttributes=function(){return L.getContextAttributes()},this.forceContextLoss=function(){let _=ot.get("WEBGL_lose_context");_&&_.loseContext()},this.forceContextRestore=function(){let _=ot.get("WEBGL_lose_context");_&&_.restoreContext()},this.getPixelRatio=function(){return ge},this.setPixelRatio=function(_){_!==void 0&&(ge=_,this.setSize(ve,Ce,!1))},this.getSize=function(_){return _.set(ve,Ce)},this.setSize=function(_,R,k=!0){if(ie.isPresenting){Ie("WebGLRenderer: Can't change size while VR device is presenting.");return}ve=_,Ce=R,t.width=Math.floor(_*ge),t.height=Math.floor(R*ge),k===!0&&(t.style.width=_+"px",t.style.height=R+"px"),B!==null&&B.setSize(t.width,t.height),this.setViewport(0,0,_,R)},this.getDrawingBufferSize=function(_){return _.set(ve*ge,Ce*ge).floor()},this.setDrawingBufferSize=function(_,R,k){ve=_,Ce=R,ge=k,t.width=Math.floor(_*k),t.height=Math.floor(R*k),this.setViewport(0,0,_,R)},this.setEffects=function(_){if(v===jt){Le("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(_){for(let R=0;R<_.length;R++)if(_[R].isOutputPass===!0){Ie("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}B.setEffects(_||[])},this.getCurrentViewport=function(_){return _.copy(ee)},this.getViewport=function(_){return _.copy(Pe)},this.setViewport=function(_,R,k,O){_.isVector4?Pe.set(_.x,_.y,_.z,_.w):Pe.set(_,R,k,O),de.viewport(ee.copy(Pe).multiplyScalar(nn()).round())},this.getScissor=function(_){return _.copy(Qe)},this.setScissor=function(_,R,k,O){_.isVector4?Qe.set(_.x,_.y,_.z,_.w):Qe.set(_,R,k,O),de.scissor(Me.copy(Qe).multiplyScalar(nn()).round())},this.getScissorTest=function(){return et},this.setScissorTest=function(_){de.setScissorTest(et=_)},this.setOpaqueSort=function(_){Fe=_},this.setTransparentSort=function(_){pt=_},this.getClearColor=function(_){return _.copy(T.getClearColor())},this.setClearColor=function(){T.setClearColor(...arguments)},this.getClearAlpha=function(){return T.getClearAlpha()},this.setClearAlpha=function(){T.setClearAlpha(...arguments)},this.clear=function(_=!0,R=!0,k=!0){let O=0;if(_){let U=!1;if(ne!==null){let ue=ne.texture.format;U=m.has(ue)}if(U){let ue=ne.texture.type,_e=p.has(ue),ce=T.getClearColor(),ye=T.getClearAlpha(),we=ce.r,Ue=ce.g,We=ce.b;_e?(b[0]=we,b[1]=Ue,b[2]=We,b[3]=ye,L.clearBufferuiv(L.COLOR,0,b)):(C[0]=we,C[1]=Ue,C[2]=We,C[3]=ye,L.clearBufferiv(L.COLOR,0,C))}else O|=L.COLOR_BUFFER_BIT}R&&(O|=L.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),k&&(O|=L.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),O!==0&&L.clear(O)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(_){_.setRenderer(this),z=_},this.dispose=function(){t.removeEventListener("webglcontextlost",Te,!1),t.removeEventListener("webglcontextrestored",Be,!1),t.removeEventListener("webglcontextcreationerror",fe,!1),T.dispose(),he.dispose(),q.dispose(),Oe.dispose(),Re.dispose(),S.dispose(),te.dispose(),D.dispose(),oe.dispose(),Ee.dispose(),Q.dispose(),ie.dispose(),ie.removeEventListener("sessionstart",su),ie.removeEventListener("sessionend",ou),Ci.stop()};function Te(_){_.preventDefault(),Sh("WebGLRenderer: Context Lost."),N=!0}function Be(){Sh("WebGLRenderer: Context Restored."),N=!1;let _=xt.autoReset,R=ae.enabled,k=ae.autoUpdate,O=ae.needsUpdate,U=ae.type;ke(),xt.autoReset=_,ae.enabled=R,ae.autoUpdate=k,ae.needsUpdate=O,ae.type=U}function fe(_){Le("WebGLRenderer: A WebGL context could not be created. Reason: ",_.statusMessage)}function je(_){let R=_.target;R.removeEventListener("dispose",je),Mt(R)}function Mt(_){ni(_),Re.remove(_)}function ni(_){let R=Re.get(_).programs;R!==void 0&&(R.forEach(function(k){Q.releaseProgram(k)}),_.isShaderMaterial&&Q.releaseShaderCache(_))}this.renderBufferDirect=function(_,R,k,O,U,ue){R===null&&(R=en);let _e=U.isMesh&&U.matrixWorld.determinantAffine()<0,ce=qm(_,R,k,O,U);de.setMaterial(O,_e);let ye=k.index,we=1;if(O.wireframe===!0){if(ye=D.getWireframeAttribute(k),ye===void 0)return;we=2}let Ue=k.drawRange,We=k.attributes.position,be=Ue.start*we,$e=(Ue.start+Ue.count)*we;ue!==null&&(be=Math.max(be,ue.start*we),$e=Math.min($e,(ue.start+ue.count)*we)),ye!==null?(be=Math.max(be,0),$e=Math.min($e,ye.count)):We!=null&&(be=Math.max(be,0),$e=Math.min($e,We.count));let mt=$e-be;if(mt<0||mt===1/0)return;oe.setup(U,O,ce,k,ye);let it,tt=V;if(ye!==null&&(it=x.get(ye),tt=le,tt.setIndex(it)),U.isMesh)O.wireframe===!0?(de.setLineWidth(O.wireframeLinewidth*nn()),tt.setMode(L.LINES)):tt.setMode(L.TRIANGLES);else if(U.isLine){let Lt=O.linewidth;Lt===void 0&&(Lt=1),de.setLineWidth(Lt*nn()),U.isLineSegments?tt.setMode(L.LINES):U.isLineLoop?tt.setMode(L.LINE_LOOP):tt.setMode(L.LINE_STRIP)}else U.isPoints?tt.setMode(L.POINTS):U.isSprite&&tt.setMode(L.TRIANGLES);if(U.isBatchedMesh)if(ot.get("WEBGL_multi_draw"))tt.renderMultiDraw(U._multiDrawStarts,U._multiDrawCounts,U._multiDrawCount);else{let Lt=U._multiDrawStarts,Se=U._multiDrawCounts,Bt=U._multiDrawCount,Je=ye?x.get(ye).bytesPerElement:1,Ri=Re.get(O).currentProgram.getUniforms();for(let Nt=0;Nt<Bt;Nt++)Ri.setValue(L,"_gl_DrawID",Nt),tt.render(Lt[Nt]/Je,Se[Nt])}else if(U.isInstancedMesh)tt.renderInstances(be,mt,U.count);else if(k.isInstancedBufferGeometry){let Lt=k._maxInstanceCount!==void 0?k._maxInstanceCount:1/0,Se=Math.min(k.instanceCount,Lt);tt.renderInstances(be,mt,Se)}else tt.render(be,mt)};function ru(_,R,k,O){z!==null&&_.isNodeMaterial&&z.setObject(O,_),yt===!0&&Y.setState(_,k,!1),_.transparent===!0&&_.side===hn&&_.forceSinglePass===!1?(_.side=Gt,_.needsUpdate=!0,Yr(_,R,O),_.side=vi,_.needsUpdate=!0,Yr(_,R,O),_.side=hn):Yr(_,R,O)}this.compile=function(_,R,k=null){k===null&&(k=_),z!==null&&z.renderStart(_,R,k),E=q.get(k),E.init(R),M.push(E),k.traverseVisible(function(U){U.isLight&&U.layers.test(R.layers)&&(E.pushLight(U),U.castShadow&&E.pushShadow(U))}),_!==k&&_.traverseVisible(function(U){U.isLight&&U.layers.test(R.layers)&&(E.pushLight(U),U.castShadow&&E.pushShadow(U))}),E.setupLights(),z!==null&&z.updateLights(E.state.lightsArray),Wt=this.localClippingEnabled,yt=Y.init(this.clippingPlanes,Wt),yt===!0&&Y.setGlobalState(this.clippingPlanes,R),z!==null&&ae.render(E.state.shadowsArray,k,R);let O=new Set;return _.traverse(function(U){if(!(U.isMesh||U.isPoints||U.isLine||U.isSprite))return;let ue=U.material;if(ue)if(Array.isArray(ue))for(let _e=0;_e<ue.length;_e++){let ce=ue[_e];ru(ce,k,R,U),O.add(ce)}else ru(ue,k,R,U),O.add(ue)}),E=M.pop(),z!==null&&z.renderEnd(),O},this.compileAsync=function(_,R,k=null){let O=this.compile(_,R,k);return new Promise(U=>{function ue(){if(O.forEach(function(_e){let ye=Re.get(_e).currentProgram;(ye===void 0||ye.isReady())&&O.delete(_e)}),O.size===0){U(_);return}setTimeout(ue,10)}ot.get("KHR_parallel_shader_compile")!==null?ue():setTimeout(ue,10)})};let jl=null;function Wm(_){jl&&jl(_)}function su(){Ci.stop()}function ou(){Ci.start()}let Ci=new fp;Ci.setAnimationLoop(Wm),typeof self<"u"&&Ci.setContext(self),this.setAnimationLoop=function(_){jl=_,ie.setAnimationLoop(_),_===null?Ci.stop():Ci.start()},ie.addEventListener("sessionstart",su),ie.addEventListener("sessionend",ou),this.render=function(_,R){if(R!==void 0&&R.isCamera!==!0){Le("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(N===!0)return;z!==null&&z.renderStart(_,R);let k=ie.enabled===!0&&ie.isPresenting===!0,O=B!==null&&(ne===null||k)&&B.begin(I,ne);if(_.matrixWorldAutoUpdate===!0&&_.updateMatrixWorld(),R.parent===null&&R.matrixWorldAutoUpdate===!0&&R.updateMatrixWorld(),ie.enabled===!0&&ie.isPresenting===!0&&(B===null||B.isCompositing()===!1)&&(ie.cameraAutoUpdate===!0&&ie.updateCamera(R),R=ie.getCamera()),_.isScene===!0&&_.onBeforeRender(I,_,R,ne),E=q.get(_,M.length),E.init(R),E.state.textureUnits=Oe.getTextureUnits(),M.push(E),lt.multiplyMatrices(R.projectionMatrix,R.matrixWorldInverse),R.isArrayCamera?Pt.setFromArrayCamera(R):Ve.setFromProjectionMatrix(lt,an,R.reversedDepth),Wt=this.localClippingEnabled,yt=Y.init(this.clippingPlanes,Wt),A=he.get(_,y.length),A.init(),y.push(A),this.info.render.frame++,ie.enabled===!0&&ie.isPresenting===!0){let _e=I.xr.getDepthSensingMesh();_e!==null&&ec(_e,R,-1/0,I.sortObjects)}ec(_,R,0,I.sortObjects),A.finish(),z!==null&&z.updateLights(E.state.lightsArray),I.sortObjects===!0&&A.sort(Fe,pt),tn=ie.enabled===!1||ie.isPresenting===!1||ie.hasDepthSensing()===!1,tn&&T.addToRenderList(A,_),this.info.autoReset===!0&&this.info.reset(),yt===!0&&Y.beginShadows();let U=E.state.shadowsArray;if(ae.render(U,_,R),yt===!0&&Y.endShadows(),(O&&B.hasRenderPass())===!1){let _e=A.opaque,ce=A.transmissive;if(E.setupLights(),R.isArrayCamera){let ye=R.cameras;if(ce.length>0)for(let we=0,Ue=ye.length;we<Ue;we++){let We=ye[we];lu(_e,ce,_,We)}tn&&T.render(_);for(let we=0,Ue=ye.length;we<Ue;we++){let We=ye[we];au(A,_,We,We.viewport)}}else ce.length>0&&lu(_e,ce,_,R),tn&&T.render(_),au(A,_,R)}ne!==null&&G===0&&(Oe.updateMultisampleRenderTarget(ne),Oe.updateRenderTargetMipmap(ne)),O&&B.end(I),_.isScene===!0&&_.onAfterRender(I,_,R),oe.resetDefaultState(),W=-1,j=null,M.pop(),M.length>0?(E=M[M.length-1],Oe.setTextureUnits(E.state.textureUnits),yt===!0&&Y.setGlobalState(I.clippingPlanes,E.state.camera)):E=null,y.pop(),y.length>0?A=y[y.length-1]:A=null,z!==null&&z.renderEnd()};function ec(_,R,k,O){if(_.visible===!1)return;if(_.layers.test(R.layers)){if(_.isGroup)k=_.renderOrder;else if(_.isLOD)_.autoUpdate===!0&&_.update(R);else if(_.isLight)E.pushLight(_),_.castShadow&&E.pushShadow(_);else if(_.isSprite){let _e=R.isArrayCamera?Pt:Ve;if(!_.frustumCulled||_.intersectsFrustum(_e)){O&&St.setFromMatrixPosition(_.matrixWorld).applyMatrix4(lt);let ce=te.update(_),ye=_.material;ye.visible&&A.push(_,ce,ye,k,St.z,null,R)}}else if(_.isMesh||_.isLine||_.isPoints){let _e=R.isArrayCamera?Pt:Ve;if(!_.frustumCulled||_.intersectsFrustum(_e)){let ce=te.update(_),ye=_.material;if(O&&(_.boundingSphere!==void 0?(_.boundingSphere===null&&_.computeBoundingSphere(),St.copy(_.boundingSphere.center)):(ce.boundingSphere===null&&ce.computeBoundingSphere(),St.copy(ce.boundingSphere.center)),St.applyMatrix4(_.matrixWorld).applyMatrix4(lt)),Array.isArray(ye)){let we=ce.groups;for(let Ue=0,We=we.length;Ue<We;Ue++){let be=we[Ue],$e=ye[be.materialIndex];$e&&$e.visible&&A.push(_,ce,$e,k,St.z,be,R)}}else ye.visible&&A.push(_,ce,ye,k,St.z,null,R)}}}let ue=_.children;for(let _e=0,ce=ue.length;_e<ce;_e++)ec(ue[_e],R,k,O)}function au(_,R,k,O){let{opaque:U,transmissive:ue,transparent:_e}=_;E.setupLightsView(k),yt===!0&&Y.setGlobalState(I.clippingPlanes,k),O&&de.viewport(ee.copy(O)),U.length>0&&Ys(U,R,k),ue.length>0&&Ys(ue,R,k),_e.length>0&&Ys(_e,R,k),de.buffers.depth.setTest(!0),de.buffers.depth.setMask(!0),de.buffers.color.setMask(!0),de.setPolygonOffset(!1)}function lu(_,R,k,O){if((k.isScene===!0?k.overrideMaterial:null)!==null)return;if(E.state.transmissionRenderTarget[O.id]===void 0){let be=ot.has("EXT_color_buffer_half_float")||ot.has("EXT_color_buffer_float");E.state.transmissionRenderTarget[O.id]=new Kt(1,1,{generateMipmaps:!0,type:be?wn:jt,minFilter:Qn,samples:Math.max(4,at.samples),stencilBuffer:s,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:Ge.workingColorSpace})}let ue=E.state.transmissionRenderTarget[O.id],_e=O.viewport||ee;ue.setSize(_e.z*I.transmissionResolutionScale,_e.w*I.transmissionResolutionScale);let ce=I.getRenderTarget(),ye=I.getActiveCubeFace(),we=I.getActiveMipmapLevel();I.setRenderTarget(ue),I.getClearColor(Z),me=I.getClearAlpha(),me<1&&I.setClearColor(16777215,.5),I.clear(),tn&&T.render(k);let Ue=I.toneMapping;I.toneMapping=Un;let We=O.viewport;if(O.viewport!==void 0&&(O.viewport=void 0),E.setupLightsView(O),yt===!0&&Y.setGlobalState(I.clippingPlanes,O),Ys(_,k,O),Oe.updateMultisampleRenderTarget(ue),Oe.updateRenderTargetMipmap(ue),ot.has("WEBGL_multisampled_render_to_texture")===!1){let be=!1;for(let $e=0,mt=R.length;$e<mt;$e++){let it=R[$e],{object:tt,geometry:Lt,material:Se,group:Bt}=it;if(Se.side===hn&&tt.layers.test(O.layers)){let Je=Se.side;Se.side=Gt,Se.needsUpdate=!0,cu(tt,k,O,Lt,Se,Bt),Se.side=Je,Se.needsUpdate=!0,be=!0}}be===!0&&(Oe.updateMultisampleRenderTarget(ue),Oe.updateRenderTargetMipmap(ue))}I.setRenderTarget(ce,ye,we),I.setClearColor(Z,me),We!==void 0&&(O.viewport=We),I.toneMapping=Ue}function Ys(_,R,k){let O=R.isScene===!0?R.overrideMaterial:null;for(let U=0,ue=_.length;U<ue;U++){let _e=_[U],{object:ce,geometry:ye,group:we}=_e,Ue=_e.material;Ue.allowOverride===!0&&O!==null&&(Ue=O),ce.layers.test(k.layers)&&cu(ce,R,k,ye,Ue,we)}}function cu(_,R,k,O,U,ue){z!==null&&U.isNodeMaterial&&z.setObject(_,U),_.onBeforeRender(I,R,k,O,U,ue),_.modelViewMatrix.multiplyMatrices(k.matrixWorldInverse,_.matrixWorld),_.normalMatrix.getNormalMatrix(_.modelViewMatrix),U.onBeforeRender(I,R,k,O,_,ue),U.transparent===!0&&U.side===hn&&U.forceSinglePass===!1?(U.side=Gt,U.needsUpdate=!0,I.renderBufferDirect(k,R,O,U,_,ue),U.side=vi,U.needsUpdate=!0,I.renderBufferDirect(k,R,O,U,_,ue),U.side=hn):I.renderBufferDirect(k,R,O,U,_,ue),_.onAfterRender(I,R,k,O,U,ue)}function hu(_){let R=0;for(let k of _)k.texture!==null&&R++;return R}function Yr(_,R,k){R.isScene!==!0&&(R=en);let O=Re.get(_),U=E.state.lights,ue=E.state.shadowsArray,_e=U.state.version,ce=Q.getParameters(_,U.state,ue,R,k,E.state.lightProbeGridArray),ye=Q.getProgramCacheKey(ce),we=O.programs;O.environment=_.isMeshStandardMaterial||_.isMeshLambertMaterial||_.isMeshPhongMaterial?R.environment:null,O.fog=R.fog;let Ue=_.isMeshStandardMaterial||_.isMeshLambertMaterial&&!_.envMap||_.isMeshPhongMaterial&&!_.envMap;O.envMap=S.get(_.envMap||O.environment,Ue),O.envMapRotation=O.environment!==null&&_.envMap===null?R.environmentRotation:_.envMapRotation,we===void 0&&(_.addEventListener("dispose",je),we=new Map,O.programs=we,O.programVariants=new Map);let We=we.get(ye);if(We!==void 0){if(O.currentProgram===We&&O.lightsStateVersion===_e)return du(_,ce),We}else ce.uniforms=Q.getUniforms(_),z!==null&&_.isNodeMaterial&&z.build(_,k,ce),_.onBeforeCompile(ce,I),We=Q.acquireProgram(ce,ye),we.set(ye,We),O.uniforms=ce.uniforms;let be=O.uniforms;return(!_.isShaderMaterial&&!_.isRawShaderMaterial||_.clipping===!0)&&(be.clippingPlanes=Y.uniform),du(_,ce),O.needsLights=Ym(_),O.lightsStateVersion=_e,O.needsLights&&(be.ambientLightColor.value=U.state.ambient,be.lightProbe.value=U.state.probe,be.sunLights.value=U.state.sun,be.sunLightShadows.value=U.state.sunShadow,be.directionalLights.value=U.state.directional,be.directionalLightShadows.value=U.state.directionalShadow,be.spotLights.value=U.state.spot,be.spotLightShadows.value=U.state.spotShadow,be.rectAreaLights.value=U.state.rectArea,be.ltc_1.value=U.state.rectAreaLTC1,be.ltc_2.value=U.state.rectAreaLTC2,be.pointLights.value=U.state.point,be.pointLightShadows.value=U.state.pointShadow,be.hemisphereLights.value=U.state.hemi,be.sunShadowMatrix.value=U.state.sunShadowMatrix,be.sunShadowCascade.value=U.state.sunShadowCascade,be.directionalShadowMatrix.value=U.state.directionalShadowMatrix,be.spotLightMatrix.value=U.state.spotLightMatrix,be.spotLightMap.value=U.state.spotLightMap,be.pointShadowMatrix.value=U.state.pointShadowMatrix),O.numLightProbeGrids=hu(E.state.lightProbeGridArray),O.currentProgram=We,O.uniformsList=null,We}function $m(_,R,k,O,U){let ue=Re.get(_),_e=ue.currentProgram.id+","+O+","+U,ce=ue.programVariants.get(_e);return ce===void 0?(ce=Yr(_,R,k),ue.programVariants.set(_e,ce)):(ue.currentProgram=ce,ue.uniformsList=null,ue.outputColorSpace=O,ue.toneMapping=U),ce}function uu(_){if(_.uniformsList===null){let R=_.currentProgram.getUniforms();_.uniformsList=Br.seqWithValue(R.seq,_.uniforms)}return _.uniformsList}function du(_,R){let k=Re.get(_);k.outputColorSpace=R.outputColorSpace,k.batching=R.batching,k.batchingColor=R.batchingColor,k.instancing=R.instancing,k.instancingColor=R.instancingColor,k.instancingMorph=R.instancingMorph,k.skinning=R.skinning,k.morphTargets=R.morphTargets,k.morphNormals=R.morphNormals,k.morphColors=R.morphColors,k.morphTargetsCount=R.morphTargetsCount,k.numClippingPlanes=R.numClippingPlanes,k.numIntersection=R.numClipIntersection,k.vertexAlphas=R.vertexAlphas,k.vertexTangents=R.vertexTangents,k.toneMapping=R.toneMapping}function qm(_,R,k,O,U){R.isScene!==!0&&(R=en),Oe.resetTextureUnits();let ue=R.fog,_e=O.isMeshStandardMaterial||O.isMeshLambertMaterial||O.isMeshPhongMaterial?R.environment:null,ce=ne===null?I.outputColorSpace:ne.isXRRenderTarget===!0?ne.texture.colorSpace:Ge.workingColorSpace,ye=O.isMeshStandardMaterial||O.isMeshLambertMaterial&&!O.envMap||O.isMeshPhongMaterial&&!O.envMap,we=S.get(O.envMap||_e,ye),Ue=O.vertexColors===!0&&!!k.attributes.color&&k.attributes.color.itemSize===4,We=!!k.attributes.tangent&&(!!O.normalMap||O.anisotropy>0),be=!!k.morphAttributes.position,$e=!!k.morphAttributes.normal,mt=!!k.morphAttributes.color,it=Un;O.toneMapped&&(ne===null||ne.isXRRenderTarget===!0)&&(it=I.toneMapping);let tt=k.morphAttributes.position||k.morphAttributes.normal||k.morphAttributes.color,Lt=tt!==void 0?tt.length:0,Se=Re.get(O),Bt=E.state.lights;if(yt===!0&&(Wt===!0||_!==j)){let ct=_===j&&O.id===W;Y.setState(O,_,ct)}let Je=!1,Ri=!1;O.version===Se.__version?Se.needsLights&&Se.lightsStateVersion!==Bt.state.version||U.isBatchedMesh&&Se.batching===!1||!U.isBatchedMesh&&Se.batching===!0||U.isBatchedMesh&&Se.batchingColor===!0&&U._colorsTexture===null||U.isBatchedMesh&&Se.batchingColor===!1&&U._colorsTexture!==null||U.isInstancedMesh&&Se.instancing===!1||!U.isInstancedMesh&&Se.instancing===!0||U.isSkinnedMesh&&Se.skinning===!1||!U.isSkinnedMesh&&Se.skinning===!0||U.isInstancedMesh&&Se.instancingColor===!0&&U.instanceColor===null||U.isInstancedMesh&&Se.instancingColor===!1&&U.instanceColor!==null||U.isInstancedMesh&&Se.instancingMorph===!0&&U.morphTexture===null||U.isInstancedMesh&&Se.instancingMorph===!1&&U.morphTexture!==null||Se.envMap!==we||O.fog===!0&&Se.fog!==ue||Se.numClippingPlanes!==void 0&&(Se.numClippingPlanes!==Y.numPlanes||Se.numIntersection!==Y.numIntersection)||Se.vertexAlphas!==Ue||Se.vertexTangents!==We||Se.morphTargets!==be||Se.morphNormals!==$e||Se.morphColors!==mt||Se.morphTargetsCount!==Lt||Se.numLightProbeGrids!==hu(E.state.lightProbeGridArray)?Je=!0:(Se.outputColorSpace!==ce||Se.toneMapping!==it)&&(Ri=!0):(Je=!0,Se.__version=O.version);let Nt=Se.currentProgram;(Je===!0||Ri===!0)&&(Nt=Ri===!0?$m(O,R,U,ce,it):Yr(O,R,U),z&&O.isNodeMaterial&&z.onUpdateProgram(O,Nt,Se));let Zs=!1,ii=!1,Pi=!1,Ye=Nt.getUniforms(),It=Se.uniforms;if(de.useProgram(Nt.program)&&(Zs=!0,ii=!0,Pi=!0),O.id!==W&&(W=O.id,ii=!0),Zs||j!==_){de.buffers.depth.getReversed()&&_.reversedDepth!==!0&&(_._reversedDepth=!0,_.updateProjectionMatrix()),Ye.setValue(L,"projectionMatrix",_.projectionMatrix),Ye.setValue(L,"viewMatrix",_.matrixWorldInverse);let wt=Ye.map.cameraPosition;wt!==void 0&&wt.setValue(L,Cn.setFromMatrixPosition(_.matrixWorld)),at.logarithmicDepthBuffer&&Ye.setValue(L,"logDepthBufFC",2/(Math.log(_.far+1)/Math.LN2)),(O.isMeshPhongMaterial||O.isMeshToonMaterial||O.isMeshLambertMaterial||O.isMeshBasicMaterial||O.isMeshStandardMaterial||O.isShaderMaterial)&&Ye.setValue(L,"isOrthographic",_.isOrthographicCamera===!0),j!==_&&(j=_,ii=!0,Pi=!0)}if(Se.needsLights&&(Bt.state.sunShadowMap.length>0&&Ye.setValue(L,"sunShadowMap",Bt.state.sunShadowMap,Oe),Bt.state.directionalShadowMap.length>0&&Ye.setValue(L,"directionalShadowMap",Bt.state.directionalShadowMap,Oe),Bt.state.spotShadowMap.length>0&&Ye.setValue(L,"spotShadowMap",Bt.state.spotShadowMap,Oe),Bt.state.pointShadowMap.length>0&&Ye.setValue(L,"pointShadowMap",Bt.state.pointShadowMap,Oe)),U.isSkinnedMesh){Ye.setOptional(L,U,"bindMatrix"),Ye.setOptional(L,U,"bindMatrixInverse");let ct=U.skeleton;ct&&(ct.boneTexture===null&&ct.computeBoneTexture(),Ye.setValue(L,"boneTexture",ct.boneTexture,Oe))}U.isBatchedMesh&&(Ye.setOptional(L,U,"batchingTexture"),Ye.setValue(L,"batchingTexture",U._matricesTexture,Oe),Ye.setOptional(L,U,"batchingIdTexture"),Ye.setValue(L,"batchingIdTexture",U._indirectTexture,Oe),Ye.setOptional(L,U,"batchingColorTexture"),U._colorsTexture!==null&&Ye.setValue(L,"batchingColorTexture",U._colorsTexture,Oe));let fn=k.morphAttributes;if((fn.position!==void 0||fn.normal!==void 0||fn.color!==void 0)&&J.update(U,k,Nt),(ii||Se.receiveShadow!==U.receiveShadow)&&(Se.receiveShadow=U.receiveShadow,Ye.setValue(L,"receiveShadow",U.receiveShadow)),(O.isMeshStandardMaterial||O.isMeshLambertMaterial||O.isMeshPhongMaterial)&&O.envMap===null&&R.environment!==null&&(It.envMapIntensity.value=R.environmentIntensity),It.dfgLUT!==void 0&&(It.dfgLUT.value=SS()),ii){if(Ye.setValue(L,"toneMappingExposure",I.toneMappingExposure),Se.needsLights&&Xm(It,Pi),ue&&O.fog===!0&&se.refreshFogUniforms(It,ue),se.refreshMaterialUniforms(It,O,ge,Ce,E.state.transmissionRenderTarget[_.id]),Se.needsLights&&Se.numLightProbeGrids>0){let ct=w,wt=0;for(let Hn of E.state.lightProbeGridArray)Hn.texture!==null&&(ct.textures[wt]=Hn.texture,ct.min[wt]=Hn.boundingBox.min,ct.max[wt]=Hn.boundingBox.max,ct.resolution[wt]=Hn.resolution,wt++);for(let Hn in ct)ct[Hn].length=wt;It.probesSH.value=ct.textures,It.probesMin.value=ct.min,It.probesMax.value=ct.max,It.probesResolution.value=ct.resolution}Br.upload(L,uu(Se),It,Oe)}if(O.isShaderMaterial&&O.uniformsNeedUpdate===!0&&(Br.upload(L,uu(Se),It,Oe),O.uniformsNeedUpdate=!1),O.isSpriteMaterial&&Ye.setValue(L,"center",U.center),Ye.setValue(L,"modelViewMatrix",U.modelViewMatrix),Ye.setValue(L,"normalMatrix",U.normalMatrix),Ye.setValue(L,"modelMatrix",U.matrixWorld),O.uniformsGroups!==void 0){let ct=O.uniformsGroups;for(let wt=0,Hn=ct.length;wt<Hn;wt++){let pu=ct[wt];Ee.update(pu,Nt),Ee.bind(pu,Nt)}}return Nt}function Xm(_,R){_.ambientLightColor.needsUpdate=R,_.lightProbe.needsUpdate=R,_.sunLights.needsUpdate=R,_.sunLightShadows.needsUpdate=R,_.directionalLights.needsUpdate=R,_.directionalLightShadows.needsUpdate=R,_.pointLights.needsUpdate=R,_.pointLightShadows.needsUpdate=R,_.spotLights.needsUpdate=R,_.spotLightShadows.needsUpdate=R,_.rectAreaLights.needsUpdate=R,_.hemisphereLights.needsUpdate=R}function Ym(_){return _.isMeshLambertMaterial||_.isMeshToonMaterial||_.isMeshPhongMaterial||_.isMeshStandardMaterial||_.isShadowMaterial||_.isShaderMaterial&&_.lights===!0}this.getActiveCubeFace=function(){return K},this.getActiveMipmapLevel=function(){return G},this.getRenderTarget=function(){return ne},this.setRenderTargetTextures=function(_,R,k){let O=Re.get(_);O.__autoAllocateDepthBuffer=_.resolveDepthBuffer===!1,O.__autoAllocateDepthBuffer===!1&&(O.__useRenderToTexture=!1),Re.get(_.texture).__webglTexture=R,Re.get(_.depthTexture).__webglTexture=O.__autoAllocateDepthBuffer?void 0:k,O.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(_,R){let k=Re.get(_);k.__webglFramebuffer=R,k.__useDefaultFramebuffer=R===void 0},this.setRenderTarget=function(_,R=0,k=0){ne=_,K=R,G=k;let O=null,U=!1,ue=!1;if(_){let ce=Re.get(_);if(ce.__useDefaultFramebuffer!==void 0){de.bindFramebuffer(L.FRAMEBUFFER,ce.__webglFramebuffer),ee.copy(_.viewport),Me.copy(_.scissor),De=_.scissorTest,de.viewport(ee),de.scissor(Me),de.setScissorTest(De),W=-1;return}else if(ce.__webglFramebuffer===void 0)Oe.setupRenderTarget(_);else if(ce.__hasExternalTextures)Oe.rebindTextures(_,Re.get(_.texture).__webglTexture,Re.get(_.depthTexture).__webglTexture);else if(_.depthBuffer){let Ue=_.depthTexture;if(ce.__boundDepthTexture!==Ue){if(Ue!==null&&Re.has(Ue)&&(_.width!==Ue.image.width||_.height!==Ue.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Oe.setupDepthRenderbuffer(_)}}let ye=_.texture;(ye.isData3DTexture||ye.isDataArrayTexture||ye.isCompressedArrayTexture)&&(ue=!0);let we=Re.get(_).__webglFramebuffer;_.isWebGLCubeRenderTarget?(Array.isArray(we[R])?O=we[R][k]:O=we[R],U=!0):_.samples>0&&Oe.useMultisampledRTT(_)===!1?O=Re.get(_).__webglMultisampledFramebuffer:Array.isArray(we)?O=we[k]:O=we,ee.copy(_.viewport),Me.copy(_.scissor),De=_.scissorTest}else ee.copy(Pe).multiplyScalar(ge).floor(),Me.copy(Qe).multiplyScalar(ge).floor(),De=et;if(k!==0&&(O=X),de.bindFramebuffer(L.FRAMEBUFFER,O)&&de.drawBuffers(_,O),de.viewport(ee),de.scissor(Me),de.setScissorTest(De),U){let ce=Re.get(_.texture);L.framebufferTexture2D(L.FRAMEBUFFER,L.COLOR_ATTACHMENT0,L.TEXTURE_CUBE_MAP_POSITIVE_X+R,ce.__webglTexture,k)}else if(ue){let ce=R;for(let ye=0;ye<_.textures.length;ye++){let we=Re.get(_.textures[ye]);L.framebufferTextureLayer(L.FRAMEBUFFER,L.COLOR_ATTACHMENT0+ye,we.__webglTexture,k,ce)}}else if(_!==null&&k!==0){let ce=Re.get(_.texture);L.framebufferTexture2D(L.FRAMEBUFFER,L.COLOR_ATTACHMENT0,L.TEXTURE_2D,ce.__webglTexture,k)}W=-1};function fu(_){let R=Re.get(_);return(R.__readFormat!==_.format||R.__readType!==_.type)&&(R.__readFormat=_.format,R.__readType=_.type,R.__formatReadable=at.textureFormatReadable(_.format),R.__typeReadable=at.textureTypeReadable(_.type)),R}this.readRenderTargetPixels=function(_,R,k,O,U,ue,_e,ce=0){if(!(_&&_.isWebGLRenderTarget)){Le("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let ye=Re.get(_).__webglFramebuffer;if(_.isWebGLCubeRenderTarget&&_e!==void 0&&(ye=ye[_e],Array.isArray(ye)&&(ye=ye[0])),ye){de.bindFramebuffer(L.FRAMEBUFFER,ye);try{let we=_.textures[ce],Ue=we.format,We=we.type;_.textures.length>1&&L.readBuffer(L.COLOR_ATTACHMENT0+ce);let be=fu(we);if(be.__formatReadable===!1){Le("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(be.__typeReadable===!1){Le("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}R>=0&&R<=_.width-O&&k>=0&&k<=_.height-U&&L.readPixels(R,k,O,U,re.convert(Ue),re.convert(We),ue)}finally{let we=ne!==null?Re.get(ne).__webglFramebuffer:null;de.bindFramebuffer(L.FRAMEBUFFER,we)}}},this.readRenderTargetPixelsAsync=async function(_,R,k,O,U,ue,_e,ce=0){if(!(_&&_.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let ye=Re.get(_).__webglFramebuffer;if(_.isWebGLCubeRenderTarget&&_e!==void 0&&(ye=ye[_e],Array.isArray(ye)&&(ye=ye[0])),ye)if(R>=0&&R<=_.width-O&&k>=0&&k<=_.height-U){de.bindFramebuffer(L.FRAMEBUFFER,ye);let we=_.textures[ce],Ue=we.format,We=we.type;_.textures.length>1&&L.readBuffer(L.COLOR_ATTACHMENT0+ce);let be=fu(we);if(be.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(be.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let $e=L.createBuffer();L.bindBuffer(L.PIXEL_PACK_BUFFER,$e),L.bufferData(L.PIXEL_PACK_BUFFER,ue.byteLength,L.STREAM_READ),L.readPixels(R,k,O,U,re.convert(Ue),re.convert(We),0),L.bindBuffer(L.PIXEL_PACK_BUFFER,null);let mt=ne!==null?Re.get(ne).__webglFramebuffer:null;de.bindFramebuffer(L.FRAMEBUFFER,mt);let it=L.fenceSync(L.SYNC_GPU_COMMANDS_COMPLETE,0);return L.flush(),await kf(L,it,4),L.bindBuffer(L.PIXEL_PACK_BUFFER,$e),L.getBufferSubData(L.PIXEL_PACK_BUFFER,0,ue),L.bindBuffer(L.PIXEL_PACK_BUFFER,null),L.deleteBuffer($e),L.deleteSync(it),ue}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(_,R=null,k=0){let O=Math.pow(2,-k),U=Math.floor(_.image.width*O),ue=Math.floor(_.image.height*O),_e=R!==null?R.x:0,ce=R!==null?R.y:0;Oe.setTexture2D(_,0),L.copyTexSubImage2D(L.TEXTURE_2D,k,0,0,_e,ce,U,ue),de.unbindTexture()},this.copyTextureToTexture=function(_,R,k=null,O=null,U=0,ue=0){let _e,ce,ye,we,Ue,We,be,$e,mt,it=_.isCompressedTexture?_.mipmaps[ue]:_.image;if(k!==null)_e=k.max.x-k.min.x,ce=k.max.y-k.min.y,ye=k.isBox3?k.max.z-k.min.z:1,we=k.min.x,Ue=k.min.y,We=k.isBox3?k.min.z:0;else{let Ye=Math.pow(2,-U);_e=Math.floor(it.width*Ye),ce=Math.floor(it.height*Ye),_.isDataArrayTexture?ye=it.depth:_.isData3DTexture?ye=Math.floor(it.depth*Ye):ye=1,we=0,Ue=0,We=0}O!==null?(be=O.x,$e=O.y,mt=O.z):(be=0,$e=0,mt=0);let tt=re.convert(R.format),Lt=re.convert(R.type),Se;R.isData3DTexture?(Oe.setTexture3D(R,0),Se=L.TEXTURE_3D):R.isDataArrayTexture||R.isCompressedArrayTexture?(Oe.setTexture2DArray(R,0),Se=L.TEXTURE_2D_ARRAY):(Oe.setTexture2D(R,0),Se=L.TEXTURE_2D),de.activeTexture(L.TEXTURE0),de.pixelStorei(L.UNPACK_FLIP_Y_WEBGL,R.flipY),de.pixelStorei(L.UNPACK_PREMULTIPLY_ALPHA_WEBGL,R.premultiplyAlpha),de.pixelStorei(L.UNPACK_ALIGNMENT,R.unpackAlignment);let Bt=de.getParameter(L.UNPACK_ROW_LENGTH),Je=de.getParameter(L.UNPACK_IMAGE_HEIGHT),Ri=de.getParameter(L.UNPACK_SKIP_PIXELS),Nt=de.getParameter(L.UNPACK_SKIP_ROWS),Zs=de.getParameter(L.UNPACK_SKIP_IMAGES);de.pixelStorei(L.UNPACK_ROW_LENGTH,it.width),de.pixelStorei(L.UNPACK_IMAGE_HEIGHT,it.height),de.pixelStorei(L.UNPACK_SKIP_PIXELS,we),de.pixelStorei(L.UNPACK_SKIP_ROWS,Ue),de.pixelStorei(L.UNPACK_SKIP_IMAGES,We);let ii=_.isDataArrayTexture||_.isData3DTexture,Pi=R.isDataArrayTexture||R.isData3DTexture;if(_.isDepthTexture){let Ye=Re.get(_),It=Re.get(R),fn=Re.get(Ye.__renderTarget),ct=Re.get(It.__renderTarget);de.bindFramebuffer(L.READ_FRAMEBUFFER,fn.__webglFramebuffer),de.bindFramebuffer(L.DRAW_FRAMEBUFFER,ct.__webglFramebuffer);for(let wt=0;wt<ye;wt++)ii&&(L.framebufferTextureLayer(L.READ_FRAMEBUFFER,L.COLOR_ATTACHMENT0,Re.get(_).__webglTexture,U,We+wt),L.framebufferTextureLayer(L.DRAW_FRAMEBUFFER,L.COLOR_ATTACHMENT0,Re.get(R).__webglTexture,ue,mt+wt)),L.blitFramebuffer(we,Ue,we+_e,Ue+ce,be,$e,be+_e,$e+ce,L.DEPTH_BUFFER_BIT,L.NEAREST);de.bindFramebuffer(L.READ_FRAMEBUFFER,null),de.bindFramebuffer(L.DRAW_FRAMEBUFFER,null)}else if(U!==0||_.isRenderTargetTexture||Re.has(_)){let Ye=Re.get(_),It=Re.get(R);de.bindFramebuffer(L.READ_FRAMEBUFFER,P),de.bindFramebuffer(L.DRAW_FRAMEBUFFER,$);for(let fn=0;fn<ye;fn++)ii?L.framebufferTextureLayer(L.READ_FRAMEBUFFER,L.COLOR_ATTACHMENT0,Ye.__webglTexture,U,We+fn):L.framebufferTexture2D(L.READ_FRAMEBUFFER,L.COLOR_ATTACHMENT0,L.TEXTURE_2D,Ye.__webglTexture,U),Pi?L.framebufferTextureLayer(L.DRAW_FRAMEBUFFER,L.COLOR_ATTACHMENT0,It.__webglTexture,ue,mt+fn):L.framebufferTexture2D(L.DRAW_FRAMEBUFFER,L.COLOR_ATTACHMENT0,L.TEXTURE_2D,It.__webglTexture,ue),U!==0?L.blitFramebuffer(we,Ue,we+_e,Ue+ce,be,$e,be+_e,$e+ce,L.COLOR_BUFFER_BIT,L.NEAREST):Pi?L.copyTexSubImage3D(Se,ue,be,$e,mt+fn,we,Ue,_e,ce):L.copyTexSubImage2D(Se,ue,be,$e,we,Ue,_e,ce);de.bindFramebuffer(L.READ_FRAMEBUFFER,null),de.bindFramebuffer(L.DRAW_FRAMEBUFFER,null)}else Pi?_.isDataTexture||_.isData3DTexture?L.texSubImage3D(Se,ue,be,$e,mt,_e,ce,ye,tt,Lt,it.data):R.isCompressedArrayTexture?L.compressedTexSubImage3D(Se,ue,be,$e,mt,_e,ce,ye,tt,it.data):L.texSubImage3D(Se,ue,be,$e,mt,_e,ce,ye,tt,Lt,it):_.isDataTexture?L.texSubImage2D(L.TEXTURE_2D,ue,be,$e,_e,ce,tt,Lt,it.data):_.isCompressedTexture?L.compressedTexSubImage2D(L.TEXTURE_2D,ue,be,$e,it.width,it.height,tt,it.data):L.texSubImage2D(L.TEXTURE_2D,ue,be,$e,_e,ce,tt,Lt,it);de.pixelStorei(L.UNPACK_ROW_LENGTH,Bt),de.pixelStorei(L.UNPACK_IMAGE_HEIGHT,Je),de.pixelStorei(L.UNPACK_SKIP_PIXELS,Ri),de.pixelStorei(L.UNPACK_SKIP_ROWS,Nt),de.pixelStorei(L.UNPACK_SKIP_IMAGES,Zs),ue===0&&R.generateMipmaps===!0&&R.mipmapsAutoUpdate===!0&&L.generateMipmap(Se),de.unbindTexture()},this.initRenderTarget=function(_){Re.get(_).__webglFramebuffer===void 0&&Oe.setupRenderTarget(_)},this.initTexture=function(_){_.isCubeTexture?Oe.setTextureCube(_,0):_.isData3DTexture?Oe.setTexture3D(_,0):_.isDataArrayTexture||_.isCompressedArrayTexture?Oe.setTexture2DArray(_,0):Oe.setTexture2D(_,0),de.unbindTexture()},this.resetState=function(){K=0,G=0,ne=null,de.reset(),oe.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return an}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=Ge._getDrawingBufferColorSpace(e),t.unpackColorSpace=Ge._getUnpackColorSpace()}};var MS=.05,wp=2,zs=class extends Error{constructor(){super("This browser draws nothing in three dimensions (no WebGL2).")}},vl=class{element=document.createElement("canvas");shared={frame:{value:[1,1]},mist:{value:[1,1,1]},mistDepth:{value:[1,2]},glow:{value:[1,1,1]},time:{value:-1},linger:{value:1},again:{value:0}};#t;#e=new gs;#i=new zt(uc);#n;constructor(e){Ge.enabled=!1;let t=this.element.getContext("webgl2",{antialias:devicePixelRatio<wp,alpha:!1,powerPreference:"low-power"});if(!t)throw new zs;this.#t=new yl({canvas:this.element,context:t}),this.#t.outputColorSpace=zi,this.#t.setPixelRatio(Math.min(devicePixelRatio,wp)),this.element.addEventListener("webglcontextlost",e),this.#n=()=>this.element.removeEventListener("webglcontextlost",e)}add(e){e.frustumCulled=!1,e.renderOrder=this.#e.children.length,this.#e.add(e)}resize(e,t){this.#t.setSize(e,t,!1),this.shared.frame.value=[e,t]}tint(e,t){this.#t.setClearColor(new Xe(...e)),this.shared.mist.value=[...e],this.shared.glow.value=[...t]}render(e,t,n){this.shared.mistDepth.value=[t,n],this.#i.aspect=e.frame.width/e.frame.height,this.#i.near=Math.max(MS,t*.2),this.#i.far=n*2,this.#i.up.set(...e.up),this.#i.position.set(...fo(e)),this.#i.lookAt(...e.centre),this.#i.updateProjectionMatrix(),this.#t.render(this.#e,this.#i)}finish(){let e=this.#t.getContext();e.readPixels(0,0,1,1,e.RGBA,e.UNSIGNED_BYTE,new Uint8Array(4))}get calls(){return this.#t.info.render.calls}dispose(){this.#n(),this.#t.dispose(),this.#t.forceContextLoss(),this.element.remove()}};var zr=class{mesh;#t;constructor(e,t){this.#t=e.attributes;let n=new Lr({glslVersion:Os,vertexShader:e.vertex,fragmentShader:e.fragment,uniforms:{...t},side:hn,transparent:!e.isOpaque,depthWrite:e.isOpaque,depthTest:e.isHidden});this.mesh=new cn(Ep(e.body),n),this.mesh.visible=!1}fill(e,t){let n=Object.fromEntries(Object.entries(this.#t).map(([s,o])=>[s,new Float32Array(o*e)]));for(let s=0;s<e;s+=1)for(let[o,a]of Object.entries(t(s)))n[o].set(a,s*this.#t[o]);let r=Ep(this.mesh.geometry);for(let[s,o]of Object.entries(n))r.setAttribute(s,new _s(o,this.#t[s]));r.instanceCount=e,this.mesh.geometry.dispose(),this.mesh.geometry=r,this.mesh.visible=e>0}dispose(){this.mesh.geometry.dispose(),this.mesh.material.dispose()}};function Ep(i){let e=new Es;e.setIndex(i.getIndex());for(let t of["position","normal","uv"]){let n=i.getAttribute(t);n&&e.setAttribute(t,n)}return e}var Bh=`
precision highp float;
uniform vec3 mist;
uniform vec2 mistDepth;
uniform vec3 glow;
uniform float time;
uniform float linger;
uniform float again;

float faded(float depth) {
  return 0.45 * smoothstep(mistDepth.x, mistDepth.y, depth);
}
`,Tp=`
precision highp float;
uniform mat4 viewMatrix;
uniform mat4 projectionMatrix;
uniform float time;
in vec3 position;
in vec3 normal;
in vec2 uv;
in vec3 low;
in vec3 high;
in vec3 colour;
in vec4 look;
out vec3 tone;
out vec3 manner;
out vec3 facing;
out vec3 place;
out vec2 onFace;
out float depth;
void main() {
  float grown = time < 0.0 || look.w < 0.5 ? 1.0 : smoothstep(0.0, 0.3, time - look.y);
  place = mix(low, vec3(high.x, mix(low.y, high.y, grown), high.z), position + 0.5);
  vec4 seen = viewMatrix * vec4(place, 1.0);
  gl_Position = grown > 0.0 ? projectionMatrix * seen : vec4(0.0, 0.0, 2.0, 1.0);
  tone = colour;
  manner = look.xyz;
  facing = normal;
  onFace = uv;
  depth = -seen.z;
}
`,Ap=`
${Bh}
in vec3 tone;
in vec3 manner;
in vec3 facing;
in vec3 place;
in vec2 onFace;
in float depth;
out vec4 painted;
void main() {
  float shade = facing.y > 0.5 ? 1.0 : (abs(facing.z) > 0.5 ? 0.93 : 0.82);
  vec2 width = fwidth(onFace) * 1.25;
  vec2 edge = smoothstep(vec2(0.0), width, min(onFace, 1.0 - onFace));
  shade *= mix(0.72, 1.0, min(edge.x, edge.y));
  vec3 colour = tone * shade;
  if (manner.x > 0.5) {
    float stripe = (place.x + place.y + place.z) * 5.0;
    float band = smoothstep(0.3, 0.3 + fwidth(stripe), abs(fract(stripe) - 0.5));
    colour = mix(colour, mist, 0.55 * band);
  }
  float since = time - manner.y;
  float lit = time < 0.0 ? 1.0 : 0.3 + 0.7 * smoothstep(-0.08, 0.04, since);
  float flash = time < 0.0 || since < 0.0 ? 0.0 : exp(-since * 5.0 / linger);
  colour = mix(mist, colour, lit * manner.z);
  colour = mix(colour, glow, 0.6 * flash * manner.z);
  painted = vec4(mix(colour, mist, faded(depth)), 1.0);
}
`,Cp=`
precision highp float;
uniform mat4 viewMatrix;
uniform mat4 projectionMatrix;
uniform vec2 frame;
uniform float time;
uniform float linger;
in vec3 position;
in vec3 p0;
in vec3 p1;
in vec3 p2;
in vec3 p3;
in vec4 colour;
in vec4 look;
out vec4 tone;
out vec3 along;
out float across;
out float halfWidth;
out float depth;
out float start;

vec3 bezier(float u) {
  float v = 1.0 - u;
  return v * v * v * p0 + 3.0 * v * v * u * p1 + 3.0 * v * u * u * p2 + u * u * u * p3;
}

void main() {
  float u = position.x;
  vec4 seen = viewMatrix * vec4(bezier(u), 1.0);
  vec4 here = projectionMatrix * seen;
  float step = 0.01;
  float back = u > 0.5 ? -1.0 : 1.0;
  vec4 next = projectionMatrix * viewMatrix * vec4(bezier(u + back * step), 1.0);
  vec2 heading = back * (next.xy / next.w - here.xy / here.w) * frame;
  vec2 normal = length(heading) > 1e-5 ? normalize(vec2(-heading.y, heading.x)) : vec2(0.0, 1.0);
  float since = time < 0.0 ? 1e3 : (time - look.z) - u;
  float swell = time < 0.0 || since < 0.0 ? 0.0 : exp(-since * 7.0 / linger);
  halfWidth = 0.5 * look.x * clamp(frame.x / 700.0, 0.5, 1.0) * (1.0 + 0.9 * swell) + 0.75;
  here.xy += normal * position.y * halfWidth / frame * 2.0 * here.w;
  gl_Position = here;
  tone = colour;
  along = vec3(u, length(p3 - p0) + 0.5 * length(p1 - p0), look.y);
  across = position.y * halfWidth;
  start = look.z;
  depth = -seen.z;
}
`,Rp=`
${Bh}
in vec4 tone;
in vec3 along;
in float across;
in float halfWidth;
in float depth;
in float start;
out vec4 painted;
void main() {
  float alpha = tone.a * smoothstep(0.0, 1.2, halfWidth - abs(across));
  if (along.z > 0.0) {
    float dash = fract(along.x * along.y / along.z);
    float soft = fwidth(along.x * along.y / along.z);
    alpha *= 1.0 - smoothstep(0.62 - soft, 0.62 + soft, dash);
  }
  vec3 colour = tone.rgb;
  if (time >= 0.0) {
    float since = (time - start) - along.x;
    float passed = smoothstep(-0.03, 0.02, since);
    float flash = passed * exp(-max(since, 0.0) * 7.0 / linger);
    float kept = again > 0.0 ? mix(0.75, 0.22, smoothstep(again - 1.0, again, since)) : 0.75;
    alpha *= mix(0.07, kept, passed) + flash;
    colour = mix(colour, glow, 0.7 * flash);
  }
  if (alpha < 0.004) discard;
  painted = vec4(mix(colour, mist, faded(depth)), min(alpha, 1.0));
}
`,Pp=`
precision highp float;
uniform mat4 viewMatrix;
uniform mat4 projectionMatrix;
in vec3 position;
in vec2 uv;
in vec3 low;
in vec3 high;
in vec4 colour;
in vec4 rim;
out vec4 tone;
out vec4 edging;
out vec2 onFace;
out float depth;
void main() {
  vec3 place = mix(low, high, vec3(position.x + 0.5, 0.0, position.z + 0.5));
  vec4 seen = viewMatrix * vec4(place, 1.0);
  gl_Position = projectionMatrix * seen;
  tone = colour;
  edging = rim;
  onFace = uv;
  depth = -seen.z;
}
`,Ip=`
${Bh}
in vec4 tone;
in vec4 edging;
in vec2 onFace;
in float depth;
out vec4 painted;
void main() {
  vec2 width = max(fwidth(onFace), vec2(1e-6));
  vec2 distance = min(onFace, 1.0 - onFace) / width;
  float edge = 1.0 - smoothstep(0.6, 1.6, min(distance.x, distance.y));
  vec4 colour = mix(tone, edging, edge);
  float dimmed = faded(depth);
  painted = vec4(mix(colour.rgb, mist, 0.5 * dimmed), colour.a * (1.0 - 0.5 * dimmed));
}
`;var bl=class extends zr{constructor(e){let t={low:3,high:3,colour:3,look:4};super({body:new gi(1,1,1),vertex:Tp,fragment:Ap,attributes:t,isOpaque:!0,isHidden:!0},e)}paint(e){this.fill(e.length,t=>{let{box:n,colour:r,isHatched:s,when:o,strength:a,grows:l}=e[t];return{low:n.low,high:n.high,colour:r,look:[Number(s),o,a,Number(l)]}})}},Hr=class extends zr{constructor(e,{pieces:t,isHidden:n}){let r={p0:3,p1:3,p2:3,p3:3,colour:4,look:4};super({body:ES(t),vertex:Cp,fragment:Rp,attributes:r,isOpaque:!1,isHidden:n},e)}paint(e){this.fill(e.length,t=>{let{curve:[n,r,s,o],colour:a,alpha:l,width:c,dash:h,start:u}=e[t];return{p0:n,p1:r,p2:s,p3:o,colour:[...a,l],look:[c,h,u,0]}})}},Sl=class extends zr{constructor(e){let t={low:3,high:3,colour:4,rim:4};super({body:wS(),vertex:Pp,fragment:Ip,attributes:t,isOpaque:!1,isHidden:!0},e)}paint(e){this.fill(e.length,t=>{let{box:n,colour:r,alpha:s,rim:o,rimAlpha:a}=e[t];return{low:n.low,high:n.high,colour:[...r,s],rim:[...o,a]}})}};function wS(){return new Vi(1,1).rotateX(-Math.PI/2)}function ES(i){let e=[],t=[];for(let r=0;r<=i;r+=1)e.push(r/i,-1,0,r/i,1,0),r<i&&t.push(2*r,2*r+1,2*r+2,2*r+1,2*r+3,2*r+2);let n=new bn;return n.setAttribute("position",new $t(e,3)),n.setIndex(t),n}var Np={open:5,covered:1.5},Lp=24;function Op(i,e,t,n,r){let s=TS(i,e,n,r),o=CS(i,t,n,r,s?.depth??1/0);return o?!s||o.beside<=Np.covered?o.what:s.what:s?.what??null}function TS(i,e,t,n){let[r,s]=[fo(i),Qu(i,t,n)],o=null;for(let{box:a,what:l}of e){let c=AS(a,r,s);c!==null&&c<(o?.depth??1/0)&&(o={depth:c,what:l})}return o}function AS({low:i,high:e},t,n){let[r,s]=[0,1/0];for(let o of[0,1,2]){let[a,l]=[(i[o]-t[o])/n[o],(e[o]-t[o])/n[o]];if(n[o]===0&&(i[o]>t[o]||e[o]<t[o]))return null;n[o]!==0&&(r=Math.max(r,Math.min(a,l)),s=Math.min(s,Math.max(a,l)))}return r<=s&&s>0?r:null}function CS(i,e,t,n,r){let s=null;for(let{curve:o,width:a,what:l}of e){let c=RS(i,o,t,n,r)-a/2;c<=Np.open&&c<(s?.beside??1/0)&&(s={beside:c,what:l})}return s}function RS(i,e,t,n,r){let s=1/0,o=Vn(i,e[0]);for(let a=1;a<=Lp;a+=1){let l=Vn(i,uo(e,a/Lp));Math.min(o.depth,l.depth)<=r&&(s=Math.min(s,PS(o,l,t,n))),o=l}return s}function PS(i,e,t,n){let[r,s]=[e.x-i.x,e.y-i.y],o=r*r+s*s,a=o===0?0:Math.max(0,Math.min(1,((t-i.x)*r+(n-i.y)*s)/o));return Math.hypot(t-i.x-a*r,n-i.y-a*s)}var Dp=24,Ml=class{canvas;#t;#e;#i;#n;#r;#s=[];#l=[];constructor(e){this.canvas=new vl(e);let{shared:t}=this.canvas;this.#t=new bl(t),this.#e=new Sl(t),this.#i=new Hr(t,{pieces:1,isHidden:!0}),this.#n=new Hr(t,{pieces:Dp,isHidden:!0}),this.#r=new Hr(t,{pieces:Dp,isHidden:!1});for(let{mesh:n}of this.#a)this.canvas.add(n)}paint(e,t,n,r){this.canvas.tint(t.raised,t.glow),this.#t.paint(xd(e,t)),this.#e.paint(_d(e,t,n)),this.#i.paint(vd(e,t,n)),this.#n.paint(gd(e,t)),this.#r.paint(r?yd(e,t,n):[]),this.#s=[...e.boxes,...e.cache?.blocks??[]],this.canvas.shared.linger.value=e.times.linger,this.canvas.shared.again.value=e.times.stride,this.#l=[...e.arcs,...r?e.links:[]]}render(e,t,n){this.canvas.shared.time.value=n??-1,this.canvas.render(e,Math.max(.1,e.distance-t.radius),e.distance+t.radius)}pick(e,t,n,r){return Op(e,id(this.#s,t),this.#l,n,r)}resize({width:e,height:t}){this.canvas.resize(e,t)}dispose(){for(let e of this.#a)e.dispose();this.canvas.dispose()}get#a(){return[this.#e,this.#t,this.#i,this.#n,this.#r]}};var Si={width:6,gap:1,height:44};function Fp({layer:i,head:e,query:t}){return t!==null||e!==null?[]:[ut(`The middle of layer ${i??0}: choose a token or a head to go there.`)]}function Bp(i,{layer:e,head:t,query:n,key:r}){return n===null||e===null?[ut("Choose a token and a layer to see its neurons; with a head, its query and key vectors.")]:t!==null?NS(i,e,t,n,r??n):IS(i,e,n)}function IS(i,e,t){let[n,r,s]=["neurons","neuron_activations","neuron_relevance"].map(c=>i.table(c));if(!n||!r||!s)return[ut("This example has no single neurons: they come with a ledger of a feed-forward model.")];let[,,o=0]=n.shape,a=Array.from({length:o},(c,h)=>({name:`neuron ${n.at(e,t,h)}`,value:s.at(e,t,h),note:`activation ${kt(r.at(e,t,h))}`})),l=Math.max(...a.map(({value:c})=>Math.abs(c)))||1;return[F("p",{},`The ${o} feed-forward neurons of layer ${e} that bring most to ${At(i.scene,t)}, by ledger relevance.`),F("ul",{className:"city-neurons"},...a.map(c=>LS(c,l)))]}function LS({name:i,value:e,note:t},n){let r=60*Math.abs(e)/n,s=Ae("rect",{x:e<0?60-r:60,y:2,width:r,height:10,class:e<0?"is-against":"is-for"}),o=Ae("line",{x1:60,x2:60,y1:0,y2:14,class:"city-zero"});return F("li",{},F("span",{},i),Ae("svg",{width:120,height:14,"aria-hidden":"true"},s,o),F("span",{},`${Tt("relevance",e)}; ${t}`))}function NS(i,e,t,n,r){let{scene:s,block:o}=i,a=Math.floor(t*s.key_heads/s.heads),[l,c]=[tr(o,"queries",e,t,n),tr(o,"keys",e,a,r)];return!l||!c?[ut("This example has no query and key vectors: it would make the page too heavy.")]:[F("p",{},`Layer ${e}, head ${t}: what ${At(s,n)} asks for (query) and what ${At(s,r)} offers (key), ${l.length} numbers each.`),F("div",{className:"city-vectors"},Up("query",l),Up("key",c))]}function Up(i,e){let t=Math.max(...e.map(Math.abs))||1,n=Si.height/2,r=e.map((l,c)=>{let h=n*Math.abs(l)/t,u=l<0?n:n-h;return Ae("rect",{x:c*(Si.width+Si.gap),y:u,width:Si.width,height:h,class:"is-plain"})}),s=e.length*(Si.width+Si.gap),o=Ae("line",{x1:0,x2:s,y1:n,y2:n,class:"city-zero"}),a=`${i}: ${e.length} numbers, the largest ${kt(t)}`;return F("figure",{},F("figcaption",{},a),Ae("svg",{width:s,height:Si.height,viewBox:`0 0 ${s} ${Si.height}`,role:"img","aria-label":a},...r,o))}var OS="The decision as a city: floors are layers, columns are tokens, arcs are what heads contribute. Arrow keys turn, plus and minus zoom, Page Up and Page Down step through the arcs by size, Home brings everything back, Escape clears.",kh=2.5,wl=class{#t;#e;#i;#n;#r;#s;#l;#a;#c;#f=F("div",{className:"city-frame"});#o=F("div",{className:"city-strip"});#h;#d;#u;#p="model";#m=!0;#_=0;constructor(e,t,n,r){this.#t=t,this.#e=n,this.#i=r,this.#n=new Ml(()=>r.fallBack("The drawing context was lost; the picture below stands instead.",!0)),this.#u=Sc(t,n.now),this.#r=new Co(this.#u.city.outline(this.#u.from,this.#u.to),r.still),this.#s=new To(this.#u.times),this.#l=new Eo(t.scene),this.#h=new Mo(t,n),this.#a=new go(t,n),this.#c=new mo(t.scene,this.#s,this.#b(),r.still),this.#y(e),this.#d=this.#v(e),this.#S(),this.#P()}dispose(){cancelAnimationFrame(this.#_),this.#d.forEach(e=>e()),this.#n.dispose()}get#g(){return this.#n.canvas.element}#y(e){xe(this.#g,{tabindex:"0",role:"application","aria-label":OS}),this.#f.append(this.#g,this.#l.element),e.append(this.#a.element,this.#f,this.#o,this.#c.element,this.#h.element),this.#N()}#v(e){let t=new ResizeObserver(()=>{this.#N(),this.#T()});return t.observe(this.#f),[()=>t.disconnect(),this.#e.subscribe((n,r)=>this.#x(n,r)),this.#i.onTheme(()=>this.#S()),Pd(this.#g,this.#r,{changed:()=>this.#T(),picked:(n,r)=>mc(this.#e,this.#E(n,r)),hovered:(n,r)=>{this.#g.style.cursor=this.#E(n,r)?"pointer":"grab"},home:()=>this.#w("model",cr.orbit),stepped:n=>this.#L(n)}),ju(e,{pick:(n,r)=>this.#E(n,r),renderAt:n=>{this.#s.seek(n*this.#s.times.end),this.#P()},stats:()=>({calls:this.#n.canvas.calls,arcs:this.#u.arcs.length,frameMs:this.#U()})})]}#b(){return{look:e=>this.#w(this.#p,e),zoom:e=>{this.#r.zoomBy(e),this.#T()},level:e=>this.#A(e),slice:()=>this.#I(),chain:()=>{this.#m=!this.#m,this.#S()},order:e=>this.#e.set({order:e}),changed:()=>this.#T()}}#x(e,t){this.#S(),(e.from!==t.from||e.to!==t.to||e.order!==t.order||this.#p!=="model"&&e.layer!==t.layer)&&this.#w(this.#p)}#S(){this.#u=Sc(this.#t,this.#e.now),this.#s.follow(this.#u.times),this.#n.paint(this.#u,this.#i.palette(),this.#e.now,this.#m),this.#a.show(this.#e.now),this.#h.show(this.#u,this.#e.now),this.#M(),this.#T()}#M(){this.#c.mark({level:this.#p,isSliced:this.#u.from===this.#u.to,hasChain:this.#m});let e={model:()=>[],layer:()=>[],component:()=>Fp(this.#e.now),neurons:()=>Bp(this.#t,this.#e.now)};this.#o.replaceChildren(...e[this.#p]())}#A(e){this.#p=e,e!=="model"&&this.#e.now.layer===null&&this.#e.set({layer:this.#u.to}),this.#w(e)}#w(e,t){this.#p=e,this.#M(),this.#r.goTo({outline:this.#C(e),zoom:1,...t?{angles:t}:{}},performance.now()),this.#T()}#C(e){let{city:t,from:n,to:r,cache:s}=this.#u,{layer:o,query:a,head:l}=this.#e.now,c={withCache:s!==null};if(e==="model")return t.outline(n,r,c);let h=t.outline(o??n,o??n,c);if(e==="layer")return h;let u=h.map(([,m])=>m),d=a===null?0:t.column(a),f=l===null?0:t.laneOf(l),g=Math.min(kh,t.depth/2),v=Kr({low:[d-kh,Math.min(...u),f-g],high:[d+kh,Math.max(...u),f+g]});return[...v,...v.slice(4)]}#I(){let{now:e}=this.#e,t=e.layer??this.#t.scene.layers-1,n=e.from!==null&&e.from===e.to;this.#e.set(n?{from:null,to:null}:{from:t,to:t})}#L(e){let t=[...this.#u.arcs].sort((c,h)=>h.share-c.share);if(!t.length)return;let{layer:n,head:r,query:s,key:o}=this.#e.now,a=t.findIndex(({what:c})=>c.layer===n&&c.head===r&&c.query===s&&c.key===o),l=a<0?0:(a+e+t.length)%t.length;mc(this.#e,t[l].what)}#E(e,t){return this.#n.pick(this.#r.camera(this.#R()),this.#s.time,e,t)}#R(){return{width:this.#g.clientWidth||1,height:this.#g.clientHeight||1}}#N(){this.#n.resize(this.#R())}#T(){this.#_||=requestAnimationFrame(e=>this.#O(e))}#O(e){this.#_=0;let t=this.#s.step(e),n=this.#r.step(e);this.#P(),(t||n)&&this.#T()}#P(){let e=this.#r.camera(this.#R()),{query:t,key:n}=this.#e.now;this.#n.render(e,this.#r,this.#s.time),this.#l.place(this.#u,e,{chosen:[t,n].filter(r=>r!==null),withChain:this.#m,ground:this.#D,time:this.#s.time}),this.#c.show()}get#D(){let{layer:e}=this.#e.now;return this.#p==="model"?this.#u.from:e??this.#u.from}#U(){this.#n.canvas.finish();let e=performance.now();return this.#P(),this.#n.canvas.finish(),performance.now()-e}};var kp={name:"city",title:"City",mount(i,e,t,n){try{let r=new wl(i,e,t,n);return()=>r.dispose()}catch(r){if(!(r instanceof zs))throw r;return n.fallBack(`${r.message} The picture below stands instead; the other views work.`),()=>{}}}};function kn({scene:i},e){return e.layer??i.layers-1}function Zi(i){return i.layer===null?null:i.head}function Gr(i,e,t){return t.layer!==null&&t.head!==null?{layer:t.layer,head:t.head}:zh(i,e,t.layer)[0]??{layer:0,head:0}}function zh({scene:i,flows:e},t,n){let s=(n===null?Array.from({length:i.layers},(a,l)=>l):[n]).flatMap(a=>Array.from({length:i.heads},(l,c)=>({layer:a,head:c}))),o=({layer:a,head:l})=>Math.abs(e.headTotal(t,a,l));return s.map(a=>({head:a,size:o(a)})).sort((a,l)=>l.size-a.size).map(({head:a})=>a)}function Hs({flows:i},e){let t=i.quantities[0]??"attention",n=({layer:s,head:o})=>i.headTotal(t,s,o),r=e.reduce((s,o)=>Math.max(s,Math.abs(n(o))),0);return{quantity:t,isSigned:t==="relevance",of:n,most:r}}function zp(i,e,t){let n=Jr(i.open,t,i.layer,i.head),r=Jr(e.open,t,e.layer,e.head),s=DS(i.open,e.open)?zu(r,n):null;return{first:n,second:r,difference:s,most:Math.max(Pn(n),Pn(r))}}function DS(i,e){let{tokens:t}=i.scene;return t.length===e.scene.tokens.length&&t.every((n,r)=>n===e.scene.tokens[r])}function Hp(i,e){if(i.size!==e.size)return null;let t=[...i.values].map((c,h)=>[c,e.values[h]]).filter(([c,h])=>!Number.isNaN(c)&&!Number.isNaN(h));if(t.length<3)return null;let n=c=>t.reduce((h,u)=>h+u[c],0)/t.length,[r,s]=[n(0),n(1)],[o,a,l]=[0,0,0];for(let[c,h]of t)o+=(c-r)*(h-s),a+=(c-r)**2,l+=(h-s)**2;return a>0&&l>0?o/Math.sqrt(a*l):null}function ti(i,e,t){let n=ri(i,e,e[0]?.[0]??"",t),r=n.querySelector("select"),s=a=>{r.value!==a&&(r.value=a)};return{element:n,show:s,offer:a=>{if(a.length===r.options.length)return;let{value:l}=r;r.replaceChildren(...a.map(([c,h])=>F("option",{value:c},h))),s(l)}}}function Vr(i){return Array.from({length:i},(e,t)=>[String(t),String(t)])}var Hh="-1",un=class{element=F("div",{className:"viewer-2d-choices"});#t=[];#e;#i;constructor(e,t){this.#e=e,this.#i=t}quantity(){let e=this.#e.flows.quantities.map(n=>[n,Et[n]]),t=ti("Quantity",e,n=>this.#i.set({quantity:n}));return this.#n(t,n=>dt(this.#e,n))}layer(e=t=>kn(this.#e,t)){let t=ti("Layer",Vr(this.#e.scene.layers),n=>this.#i.set({layer:Number(n)}));return this.#n(t,n=>String(e(n)))}headOrAll(){let{scene:e}=this.#e,t=[[Hh,"all together"],...Vr(e.heads)],n=ti("Head",t,r=>this.#i.set({layer:kn(this.#e,this.#i.now),head:r===Hh?null:Number(r)}));return this.#n(n,r=>String(Zi(r)??Hh))}head(e){let t=ti("Head",Vr(this.#e.scene.heads),n=>this.#i.set({layer:e(this.#i.now).layer,head:Number(n)}));return this.#n(t,n=>String(e(n).head))}token(e,t,n){let r=this.#e.scene.tokens.map((o,a)=>[String(a),`${a} ${o}`]),s=ti(e,r,o=>this.#i.set({[t]:Number(o)}));return this.#n(s,o=>String(n(o)))}and(...e){return this.element.append(...e),this}show(e){for(let t of this.#t)t(e)}#n(e,t){return this.element.append(e.element),this.#t.push(n=>e.show(t(n))),this}};function dn(i,e,t,n){let r=i.clientWidth,s=()=>{i.clientWidth>0&&n(e.now)},o=new ResizeObserver(()=>{i.clientWidth!==r&&(r=i.clientWidth,s())});o.observe(i);let a=[e.subscribe(s),t.onTheme(s),()=>o.disconnect()];return s(),()=>a.forEach(l=>l())}function Vt(i,e,t){let n=devicePixelRatio||1;i.width=Math.max(1,Math.round(e*n)),i.height=Math.max(1,Math.round(t*n)),i.style.width=`${e}px`,i.style.height=`${t}px`;let r=Mi(i);return r.setTransform(n,0,0,n,0,0),r.font=getComputedStyle(i).font,r}function Mi(i){let e=i.getContext("2d");if(!e)throw new Error("This browser gives no canvas to draw on.");return e}function zn(i,{clientX:e,clientY:t}){let n=i.getBoundingClientRect(),r=i.width/(devicePixelRatio||1)/(n.width||1);return[(e-n.left)*r,(t-n.top)*r]}var US=12;function Tn(i,e=US){let t=[...i];return t.length>e?`${t.slice(0,e-1).join("")}\u2026`:i}function El(i,e){return Math.ceil(e.reduce((t,n)=>Math.max(t,i.measureText(n).width),0))}function Vp({palette:i,isSigned:e,most:t},n){let r=t>0?Math.min(1,Math.sqrt(Math.abs(n)/t)):0;return or(i.sunken,sn(i,e,n),r)}var FS=6,Tl=1/16,Gp=new WeakMap;function Ji(i,e,t){return i.isSigned&&t/e>=FS}function Wr(i,e,t,n,r,s){i.imageSmoothingEnabled=!1,i.drawImage(BS(e,t),n,r,s,s);let o=s/e.size;Ji(t,e.size,s)&&(i.strokeStyle=He(t.palette.ink,.55),i.lineWidth=1,i.beginPath(),e.values.forEach((a,l)=>{if(!(a<-Tl*t.most))return;let c=n+l%e.size*o,h=r+Math.floor(l/e.size)*o;i.moveTo(c+o*.22,h+o*.78),i.lineTo(c+o*.78,h+o*.22)}),i.stroke())}function BS(i,e){let{palette:t,isSigned:n,most:r}=e,s=[t.sunken,t.plain,t.positive,t.negative,n,r].join(),o=Gp.get(i);if(o?.key===s)return o.image;let a=F("canvas",{width:i.size,height:i.size}),l=new ImageData(i.size,i.size);return i.values.forEach((c,h)=>{if(Number.isNaN(c))return;let u=Vp(e,c);l.data.set([u[0]*255,u[1]*255,u[2]*255,255],h*4)}),Mi(a).putImageData(l,0,0),Gp.set(i,{key:s,image:a}),a}function $r(i,e,t,n,r){let s=F("canvas",{width:12,height:12}),o=Mi(s);o.fillStyle=He(e.lineStrong,.7),o.fillRect(2,2,1,1),o.fillRect(8,2,1,1),o.fillRect(5,8,1,1),o.fillRect(11,8,1,1),i.fillStyle=i.createPattern(s,"repeat")??He(e.raised),i.fillRect(t,n,r,r),i.strokeStyle=He(e.line),i.lineWidth=1,i.strokeRect(t-.5,n-.5,r+1,r+1)}var kS={width:120,height:12};function Wp(i,e,t){let{width:n,height:r}=kS,s=Vt(i,n,r);for(let o=0;o<n;o+=1){let a=e.isSigned?2*o/(n-1)-1:o/(n-1);s.fillStyle=He(Vp(e,a*e.most)),s.fillRect(o,0,1,r)}if(t){s.strokeStyle=He(e.palette.ink,.55),s.beginPath();for(let o=2;o+6<n/2*(1-Tl);o+=8)s.moveTo(o,r-3),s.lineTo(o+6,3);s.stroke()}}var wi=class{element;#t=F("span");#e=F("span");#i=F("span",{className:"viewer-2d-note"});#n=xe(F("canvas"),{"aria-hidden":"true"});#r;constructor(e){this.#r=e?"; dots: not stored":"",this.element=F("p",{className:"viewer-2d-scale"},this.#t,this.#n,this.#e,this.#i)}show(e,t,n){this.#t.textContent=e.isSigned?Ot(-e.most):"0",this.#e.textContent=`${e.isSigned?"+":""}${Ot(e.most)}`,this.#s(e,`the largest of ${t}`,n)}showOwn(e,t){this.#t.textContent=e.isSigned?"opposes":"0",this.#e.textContent=e.isSigned?"supports":"largest",this.#s(e,"the largest of each head, whatever its size; the bars tell heads apart",t)}#s(e,t,n){let r=n?`, with a stroke where it opposes, from 1/${1/Tl} of the largest on`:"; these cells are too small for strokes",s=e.isSigned?`; orange supports, blue opposes${r}`:"";this.#i.textContent=`Full colour: ${t}. Colour grows with the square root${s}${this.#r}. ${Ni}`,Wp(this.#n,e,n)}};function Gs(i,e){return Math.min(i,Math.max(8,Math.ceil(i/2**e)))}function Gh(i){let e=0;for(;Gs(i,e+1)<Gs(i,e);)e+=1;return e}function Vh(i,e,t,n){let r=Math.min(i,t);return Math.max(0,Math.min(Math.max(r,t-e+1),n-e))}function Al(i,e,t,n){let s=Math.max(1,e-t-1)/i.count;return{...i,left:t,top:n,cell:s>=1?Math.min(26,Math.floor(s)):s}}function Ei({cell:i,count:e}){return i*e}function Cl(i,e,t){let n=Math.floor((e-i.left)/i.cell),r=Math.floor((t-i.top)/i.cell);return n<0||r<0||n>=i.count||r>=i.count?null:{query:i.row+r,key:i.column+n}}var zS={ArrowUp:[-1,0],ArrowDown:[1,0],ArrowLeft:[0,-1],ArrowRight:[0,1]};function Rl(i,e,t){if(e==="Home")return{...i,key:0};if(e==="End")return{...i,key:t-1};let n=zS[e];if(!n)return null;let r=s=>Math.max(0,Math.min(t-1,s));return{query:r(i.query+n[0]),key:r(i.key+n[1])}}var HS=13,$p=5;function Pl(i,e,t,n,r){i.textBaseline="middle";for(let s of qp(t,t.row,r?.query??null))i.textAlign="right",i.fillStyle=He(s===r?.query?e.ink:e.soft),i.fillText(n[s]??"",t.left-$p,t.top+(s-t.row+.5)*t.cell);for(let s of qp(t,t.column,r?.key??null))i.save(),i.translate(t.left+(s-t.column+.5)*t.cell,t.top-$p),i.rotate(-Math.PI/2),i.textAlign="left",i.fillStyle=He(s===r?.key?e.ink:e.soft),i.fillText(n[s]??"",0,0),i.restore()}function qp({count:i,cell:e},t,n){let r=Array.from({length:i},(o,a)=>(a+.5)*e),s=n!==null&&n>=t&&n<t+i?[n-t]:[];return Xt(r,HS,s).map(o=>o+t)}function Il(i,e,t,{query:n,key:r}){let s=Ei(t),o=t.left+(r-t.column)*t.cell,a=t.top+(n-t.row)*t.cell,l=(h,u)=>u>=h&&u<h+t.count;if(i.lineWidth=1,i.strokeStyle=He(e.ink,.5),l(t.row,n)&&i.strokeRect(t.left,a,s,t.cell),l(t.column,r)&&i.strokeRect(o,t.top,t.cell,s),!l(t.row,n)||!l(t.column,r))return;let c=Math.max(0,5-t.cell)/2;i.lineWidth=2,i.strokeStyle=He(e.ink),i.strokeRect(o-c,a-c,t.cell+2*c,t.cell+2*c)}var GS=9,Ll=class{element;#t=F("figcaption");#e;#i=null;#n={query:0,key:0};constructor(e,t,n){this.#e=xe(F("canvas",{tabIndex:0}),{role:"application","aria-label":`${e}. Arrow keys move from cell to cell, Enter chooses.`}),this.element=F("figure",{className:"viewer-compare-panel"},this.#t,this.#e);let r=s=>{let o=this.#i&&Cl(this.#i,...zn(this.#e,s));return o&&t(o),o};this.#e.addEventListener("pointermove",r),this.#e.addEventListener("click",s=>{let o=r(s);o&&n(o)}),this.#e.addEventListener("keydown",s=>{let o=this.#i&&Rl(this.#n,s.key,this.#i.count);if(o)t(o);else if(s.key==="Enter"||s.key===" ")n(this.#n);else return;s.preventDefault()})}get side(){return this.#i?Ei(this.#i):0}show(e,t,n,r,s,o){this.#t.textContent=e,this.#n={query:Math.min(o.query,t.size-1),key:Math.min(o.key,t.size-1)};let a=n.map(f=>Tn(f,10)),l=Mi(this.#e);l.font=getComputedStyle(this.#e).font;let c=El(l,a)+GS,h=this.#i=Al({row:0,column:0,count:t.size},s,c,c),u=Ei(h),d=Vt(this.#e,h.left+u+2,h.top+u+2);$r(d,r.palette,h.left,h.top,u),Wr(d,h.cell>=1?t:oo(t,h,u),r,h.left,h.top,u),Il(d,r.palette,h,this.#n),Pl(d,r.palette,h,a,this.#n)}};var Nl="Row: the token that looks. Column: the token it reads.";function Wh(i,e){return e?Tt(i,e.value,e.error):"not stored"}function Xp(i,e,t,n,r,s){let a=[e,...i.flows.quantities.filter(c=>c!==e)].map(c=>{let h=si(i,c,t,n,r,s);return`${ac(i.scene,c,n,h?.heads)} ${Wh(c,h)}`}),{scene:l}=i;return`${At(l,r)} looks at ${At(l,s)}: ${a.join("; ")}.`}var VS=20,WS=420,$S=250,Yp=8,Zp={name:"compare",title:"Compare",mount(i,e,t,n){if(!e.flows.quantities.length)return i.append(ut("This example has neither attention nor contributions stored, so there is nothing to compare.")),()=>i.replaceChildren();let r=new $h(i,e,t,n);return()=>r.dispose()}},$h=class{#t;#e;#i;#n;#r;#s;#l;#a=xe(F("p",{className:"viewer-2d-readout"}),{"aria-live":"polite"});#c=F("p",{className:"viewer-message"});#f;#o;#h;#d={query:0,key:0};#u=null;constructor(e,t,n,r){this.#t=this.#h=t,this.#e=n,this.#f=new wi(t.scene.keys_kept!==null),this.#i=r,this.#n=new un(t,n).quantity().layer(l=>this.#p(l).layer).head(l=>this.#p(l)),this.#r=this.#_();let s=l=>new Ll(l,c=>this.#x(c),c=>this.#S(c));this.#s=[s("First matrix"),s("Second matrix"),s("Difference, second minus first")],this.#l=F("div",{className:"viewer-compare"},...this.#s.map(({element:l})=>l));let o=F("div",{className:"viewer-2d-choices viewer-compare-against"},F("span",{},"against"),this.#r.example.element,this.#r.layer.element,this.#r.head.element);this.#r.example.element.addEventListener("focusin",()=>this.#r.example.offer(this.#g()));let a=F("p",{className:"viewer-2d-scale"},Nl,...r.isOneOfPages?[" Only the examples of this page can be chosen."]:[]);e.append(this.#n.element,o,a,this.#l,this.#c,this.#a,this.#f.element),this.#o=dn(this.#l,n,r,l=>this.#b(l))}dispose(){this.#o()}#p(e){return Gr(this.#t,dt(this.#t,e),e)}#m(e){let{layer:t,head:n}=this.#p(e);return e.otherLayer!==null&&e.otherHead!==null?{layer:e.otherLayer,head:e.otherHead}:this.#h!==this.#t?{layer:t,head:n}:zh(this.#t,dt(this.#t,e),t).find(s=>s.head!==n)??{layer:t,head:n}}#_(){let{scene:e}=this.#t,t=n=>{let{layer:r,head:s}={...this.#m(this.#e.now),...n};this.#e.set({otherLayer:r,otherHead:s})};return{example:ti("Example",this.#g(),n=>this.#e.set({other:n===e.example?null:n,otherLayer:null,otherHead:null})),layer:ti("Layer",Vr(e.layers),n=>t({layer:Number(n)})),head:ti("Head",Vr(e.heads),n=>t({head:Number(n)}))}}#g(){let{example:e}=this.#t.scene,t=this.#i.examples().filter(({id:n})=>n!==e);return[[e,"this example"],...t.map(({id:n,start:r})=>[n,`\u201C${r}\u201D (${n.slice(0,Yp)})`])]}async#y(e){try{let t=e===this.#t.scene.example?this.#t:await this.#i.open(e);e===this.#v(this.#e.now)&&(this.#h=t)}catch(t){this.#h=this.#t,this.#e.set({other:null,otherLayer:null,otherHead:null}),this.#c.hidden=!1,this.#c.textContent=`Example ${e} could not be opened: ${t instanceof Error?t.message:String(t)}`;return}this.#b(this.#e.now)}#v(e){return e.other??this.#t.scene.example}#b(e){this.#d={query:e.query??this.#d.query,key:e.key??this.#d.key},this.#n.show(e);let t=this.#v(e);if(t!==this.#h.scene.example)return void this.#y(t);this.#r.example.offer(this.#g()),this.#r.example.show(t),this.#A()}#x(e){e.query===this.#d.query&&e.key===this.#d.key||(this.#d=e,this.#A())}#S(e){let{tokens:t}=this.#t.scene;e.query<t.length&&e.key<t.length&&this.#e.set({...this.#p(this.#e.now),...e})}#M(){let e=this.#p(this.#e.now);return[{open:this.#t,...e},{open:this.#h,...this.#m(this.#e.now)}]}#A(){let e=dt(this.#t,this.#e.now),[t,n]=this.#M();this.#r.layer.show(String(n.layer)),this.#r.head.show(String(n.head));let r=this.#w(n,e);this.#c.hidden=r===null,this.#c.textContent=r??"",this.#l.hidden=r!==null,r===null&&this.#C(t,n,e)}#w({open:e,layer:t,head:n},r){return e.flows.quantities.includes(r)?t>=e.scene.layers||n>=e.scene.heads?"The other example has no such head.":null:`The other example has no ${Et[r]} stored.`}#C(e,t,n){let r=this.#I(e,t,n),s=this.#i.palette(),o={palette:s,isSigned:n==="relevance",most:r.most},a=this.#L(r.difference?3:2),[l,c,h]=this.#s;if(l.show(this.#E(e),r.first,e.open.scene.tokens,o,a,this.#d),c.show(this.#E(t),r.second,t.open.scene.tokens,o,a,this.#d),h.element.hidden=r.difference===null,r.difference){let u={palette:s,isSigned:!0,most:r.most};h.show("second \u2212 first, on the same scale",r.difference,e.open.scene.tokens,u,a,this.#d)}this.#f.show(o,"both heads",Ji(o,r.first.size,l.side)),this.#a.textContent=`${this.#R(r,n,e,t)} ${qS(r)}`}#I(e,t,n){let r=[n,...[e,t].flatMap(({open:s,layer:o,head:a})=>[s.scene.example,o,a])].join(" ");return this.#u?.key!==r&&(this.#u={key:r,pairing:zp(e,t,n)}),this.#u.pairing}#L(e){let t=this.#l.clientWidth,n=[e,2,1].map(r=>(t-VS*(r-1))/r).find(r=>r>=$S);return Math.min(WS,Math.floor(n??t))}#E({open:e,layer:t,head:n}){let r=e===this.#t?"":`, example ${e.scene.example.slice(0,Yp)}`;return`layer ${t}, head ${n}${r}`}#R({difference:e},t,n,r){let{query:s,key:o}=this.#d,a=[n,r].map(({open:d,layer:f,head:g})=>{let{length:v}=d.scene.tokens;return s<v&&o<v?si(d,t,f,g,s,o):null}),l=(d,f)=>{let{tokens:g}=d.open.scene;return s>=g.length||o>=g.length?`${this.#E(d)} has no such cell`:`${this.#E(d)}, \u201C${g[s]}\u201D (${s}) at \u201C${g[o]}\u201D (${o}): ${Wh(t,f)}`},[c=null,h=null]=a,u=e&&c&&h?` Difference ${Tt("relevance",h.value-c.value,c.error+h.error)}.`:"";return`${Et[t]}: ${l(n,c)}; ${l(r,h)}.${u}`}};function qS({first:i,second:e,difference:t}){if(!t)return"The texts differ, so cells do not correspond and no difference is drawn.";let n=Hp(i,e),r=n===null?"":` The correlation over all cells is ${Ot(n)}.`;return`The largest difference of any cell is ${Ot(Pn(t))}.${r}`}function Jp(i){let e=i.table("cuts");if(!e||!i.flows.quantities.includes("relevance"))return null;let{scene:t}=i,n=YS(i,(d,f)=>e.at(d,f)),r=new Map(n.flatMap(({tokens:d},f)=>d.map(g=>[g,f]))),s=Array.from({length:t.layers+1},(d,f)=>Float64Array.from(n,({tokens:g})=>g.reduce((v,m)=>v+e.at(f,m),0))),o=Array.from({length:t.layers},(d,f)=>ZS(i,f,n.length,r)),a=o.map(({into:d})=>d),l=a.map((d,f)=>Float64Array.from(n,({tokens:g})=>JS(i,f,g))),c=a.map((d,f)=>Float64Array.from(n,(g,v)=>s[f+1][v]-Ol(d[v])-l[f][v])),h=a.map((d,f)=>Float64Array.from(n,(g,v)=>s[f][v]-c[f][v]-d.reduce((m,p)=>m+p[v],0))),u=XS(i,n,e.error,o.map(d=>d.errors));return{lanes:n,layers:t.layers,cuts:s,brought:a,unstored:l,kept:c,booked:h,errors:u}}function XS(i,e,t,n){let r=Float64Array.from(e,({tokens:a})=>a.length*t),s=(i.table("relevance_rest")?.error??0)*i.scene.heads,o=n.map(a=>Float64Array.from(e,({tokens:l},c)=>r[c]+Ol(a[c])+l.length*s));return{cuts:r,brought:n,kept:o}}function YS({scene:i},e){let t=i.tokens.map((l,c)=>c),n=l=>({name:i.tokens[l]??"",tokens:[l]});if(t.length<=28)return t.map(n);let r=new Set([...i.route.flatMap(({query:l,key:c})=>[l,c]),...i.read]),s=t.map(l=>r.has(l)?1/0:Math.max(...Array.from({length:i.layers+1},(c,h)=>Math.abs(e(h,l))))),o=[...t].sort((l,c)=>s[c]-s[l]||l-c).slice(0,27),a=t.filter(l=>!o.includes(l));return[...o.sort((l,c)=>l-c).map(n),{name:`${a.length} others`,tokens:a}]}function ZS({scene:i,flows:e},t,n,r){let s=()=>Array.from({length:n},()=>new Float64Array(n)),[o,a]=[s(),s()];for(let l=0;l<i.heads;l+=1)for(let c=0;c<i.tokens.length;c+=1){let h=r.get(c);e.eachOf("relevance",t,l,c,(u,d,f)=>{let g=r.get(u);g!==h&&(o[h][g]+=d,a[h][g]+=f)})}return{into:o,errors:a}}function JS({scene:i,flows:e},t,n){let r=Array.from({length:i.heads},(s,o)=>o);return n.reduce((s,o)=>s+r.reduce((a,l)=>a+(e.rest("relevance",t,l,o)??0),0),0)}var Ol=i=>i.reduce((e,t)=>e+t,0),Dl=.02,qh=120;function Vs({cuts:i}){return i.reduce((e,t)=>t.reduce((n,r)=>Math.max(n,Math.abs(r)),e),0)}function Kp(i,e=new Set){let t=Dl*Vs(i),n=i.kept.flatMap((a,l)=>[...a].map((c,h)=>({layer:l,query:h,key:h,value:c}))).filter(({value:a})=>a!==0),r=i.brought.flatMap((a,l)=>a.flatMap((c,h)=>[...c].map((u,d)=>({layer:l,query:h,key:d,value:u})))).filter(({query:a,key:l,value:c})=>a!==l&&c!==0),s=({layer:a,query:l,key:c})=>e.has(`${a} ${l} ${c}`),o=r.filter(a=>!s(a)&&Math.abs(a.value)>=t).sort((a,l)=>Math.abs(l.value)-Math.abs(a.value)).slice(0,qh);return[...n,...r.filter(s),...o].sort((a,l)=>a.layer-l.layer||a.query-l.query||a.key-l.key)}function Ws(i,e,t,n){let r=i.cuts[t][n],s=e.filter(({layer:l,query:c})=>l===t-1&&c===n),o=e.filter(({layer:l,key:c})=>l===t&&c===n),a=l=>l.reduce((c,{value:h})=>c+h,0);return{entering:t===0?0:r-a(s),leaving:t===i.layers?0:r-a(o),booked:t===i.layers?0:i.booked[t][n]}}function Xh({errors:i},{layer:e,query:t,key:n}){return t===n?i.kept[e][t]:i.brought[e][t][n]}function Qp({cuts:i,errors:e}){let t=i.map(Ol);return{least:Math.min(...t),most:Math.max(...t),error:Ol(e.cuts)}}var Ti=7,Ul=9,KS=26,QS=5,jS=14,eM=380,tM=44,nM=.75;function em(i,e,t,n){let r=rM(i,e),{lanes:s,unit:o,height:a}=sM(i,r),l=Math.max(t,2*n+tM*i.layers),c=iM(e,i.layers,n,l-n),h=i.cuts.flatMap((g,v)=>[...g].map((m,p)=>({cut:v,lane:p,value:m,x:c[v],y:s[p],height:Math.abs(m)*o}))),u=new Map,d=r.flatMap(g=>oM(g,s,c,o,u)),f=e.map(g=>{let[v,m]=u.get(g)??[0,0],p=Ti/2;return{...g,x0:c[g.layer]+p,x1:c[g.layer+1]-p,y0:v,y1:m,thick:Math.abs(g.value)*o}});return{width:l,height:a,bars:h,ribbons:f,stubs:d,lanes:s,cuts:c,unit:o}}function iM(i,e,t,n){let r=new Float64Array(e);for(let{layer:c,query:h,key:u,value:d}of i)h!==u&&(r[c]+=Math.abs(d));let s=Math.max(...r)||1,o=Array.from(r,c=>1+2*c/s),a=o.reduce((c,h)=>c+h,0),l=t;return[t,...o.map(c=>l+=c/a*(n-t))]}function rM(i,e){let t=[];for(let n=0;n<=i.layers;n+=1)for(let r=0;r<i.lanes.length;r+=1){let{entering:s,leaving:o}=Ws(i,e,n,r);n>0&&t.push(jp(n,r,!0,e.filter(a=>a.layer===n-1&&a.query===r),s)),n<i.layers&&t.push(jp(n,r,!1,e.filter(a=>a.layer===n&&a.key===r),o))}return t}function jp(i,e,t,n,r){let s=n.map(o=>({order:t?o.key:o.query,value:o.value,band:o}));return s.sort((o,a)=>o.order-a.order),{cut:i,lane:e,isEntering:t,ends:[...s,{order:1/0,value:r,band:null}]}}var tm=({ends:i})=>i.reduce((e,{value:t})=>e+Math.abs(t),0);function sM(i,e){let t=i.lanes.map((o,a)=>Math.max(...i.cuts.map(l=>Math.abs(l[a]))));for(let o of e)t[o.lane]=Math.max(t[o.lane],tm(o));let n=Vs(i)>0?eM/t.reduce((o,a)=>o+a,0):0,r=KS;return{lanes:t.map(o=>{let a=Math.max(jS,o*n),l=r+a/2;return r+=a+QS,l}),unit:n,height:r}}function oM(i,e,t,n,r){let s=e[i.lane]-tm(i)*n/2,o=[];for(let{band:a,value:l}of i.ends){let c=Math.abs(l)*n;if(a){let[h,u]=r.get(a)??[0,0];r.set(a,i.isEntering?[h,s]:[s,u])}else if(c>=nM){let{cut:h,lane:u,isEntering:d}=i,f=t[h]+(d?-Ti/2-Ul:Ti/2);o.push({cut:h,lane:u,value:l,isEntering:d,x:f,y:s,thick:c})}s+=c}return o}var aM={halfWidth:10,halfHeight:8},lM=[.5,.42,.58,.34,.66,.26,.74,.18,.82];function nm(i,e){let t=[];return i.flatMap(n=>{let r=e.get(`${n.layer} ${n.query} ${n.key}`);if(r===void 0)return[];let s=wo(lM.map(o=>({...cM(n,o),...aM})),t);return s?(t.push(s),[{rank:r,query:n.query,key:n.key,value:n.value,x:s.x,y:s.y}]):[]})}function cM({x0:i,x1:e,y0:t,y1:n,thick:r},s){let o=(l,c,h,u)=>l*(1-s)**3+3*c*s*(1-s)**2+3*h*s**2*(1-s)+u*s**3,a=(i+e)/2;return{x:o(i,a,a,e),y:o(t,t,n,n)+r/2}}function im({x0:i,x1:e,y0:t,y1:n,thick:r}){let s=(i+e)/2,o=c=>Math.round(c*100)/100,a=`M${o(i)} ${o(t)}C${o(s)} ${o(t)} ${o(s)} ${o(n)} ${o(e)} ${o(n)}`,l=`L${o(e)} ${o(n+r)}C${o(s)} ${o(n+r)} ${o(s)} ${o(t+r)} ${o(i)} ${o(t+r)}Z`;return a+l}var hM=.5,rm={half:9,perLetter:2.7},Fl=14,sm=52,uM=20,dM=0,Bl=class{element=xe(Ae("svg",{class:"viewer-flow"}),{role:"group","aria-label":"Flow of contributions, against the blank text, from the input to the decision. Arrow keys move from bar to bar."});#t;#e;#i;#n;#r=`viewer-strokes-${dM+=1}`;#s=[];#l={cut:0,lane:0};constructor(e,t,n,r){this.#t=e,this.#e=t,this.#i=n,this.#n=r,this.#l={cut:e.layers,lane:pM(e.cuts[e.layers])}}show({width:e,height:t,bars:n,ribbons:r,stubs:s,lanes:o,cuts:a},l,c,h){let u=this.element.contains(document.activeElement);xe(this.element,{width:String(e),height:String(t),viewBox:`0 0 ${e} ${t}`});let d=[...r].sort((f,g)=>g.thick-f.thick);this.#s=this.#t.cuts.map((f,g)=>n.filter(v=>v.cut===g).map(v=>this.#c(v,c))),this.element.replaceChildren(Ae("defs",{},mM(this.#r)),...gM(a,t),Ae("g",{},...d.map(f=>this.#a(f,l,c,h))),Ae("g",{},...s.map(yM)),Ae("g",{},...this.#s.flat()),Ae("g",{class:this.#i?"is-quiet":""},...nm(r,l).map(f=>xM(f,this.#e.has(f.rank),om(f,c)))),...this.#u(o,a,c)),u&&this.#o(this.#l.cut,this.#l.lane)}#a(e,t,n,r){let s=r.key!==null&&r.layer===e.layer&&n===e.query&&this.#t.lanes[e.key]?.tokens.join()===String(r.key),o=["viewer-flow-band",kl(e.value)];e.query===e.key&&o.push("is-kept"),t.has(fM(e))&&o.push("is-route"),om(e,n)&&o.push("is-far"),s&&o.push("is-chosen");let a=im(e),l=Ae("g",{class:o.join(" ")},Ae("path",{d:a}),...this.#d(e.value,a));return l.addEventListener("pointerenter",()=>this.#n.bandPointed(e)),l.addEventListener("click",()=>this.#n.bandChosen(e)),l}#c(e,t){let{x:n,y:r,value:s,cut:o}=e,a=e.height>=hM,l=a?e.height:1,c={x:n-Ti/2,y:r-l/2,width:Ti,height:l},h=s<0&&a?[Ae("rect",{...c,fill:`url(#${this.#r})`})]:[],u=Ae("rect",{x:n-Fl/2,y:r-Math.max(l,Fl)/2,width:Fl,height:Math.max(l,Fl),class:"viewer-flow-reach"}),{name:d,tokens:f}=this.#t.lanes[e.lane]??{name:"",tokens:[]},g=`viewer-flow-bar ${kl(s)}${t!==null&&t!==e.lane?" is-far":""}`,v=xe(Ae("g",{class:g,tabindex:this.#h(o,e.lane)?0:-1},u,Ae("rect",{...c,class:a?"viewer-flow-fill":"viewer-flow-none"}),...h),{role:"button","aria-label":`${d}${f.length===1?`, token ${f[0]}`:""}, ${o===0?"input":`after layer ${o-1}`}`});return v.addEventListener("pointerenter",()=>this.#n.barPointed(o,e.lane)),v.addEventListener("focus",()=>{this.#l={cut:o,lane:e.lane},this.#n.barPointed(o,e.lane)}),v.addEventListener("click",()=>this.#n.barChosen(o,e.lane)),v.addEventListener("keydown",m=>this.#f(m,o,e.lane)),v}#f(e,t,n){let s={ArrowUp:[t,n-1],ArrowDown:[t,n+1],ArrowLeft:[t-1,n],ArrowRight:[t+1,n],Home:[0,n],End:[this.#t.layers,n]}[e.key];if(s)this.#o(...s);else if(e.key==="Enter"||e.key===" ")this.#n.barChosen(t,n);else return;e.preventDefault()}#o(e,t){let n=this.#s[e]?.[t];n&&(this.#s[this.#l.cut]?.[this.#l.lane]?.setAttribute("tabindex","-1"),n.setAttribute("tabindex","0"),n.focus())}#h(e,t){return this.#l.cut===e&&this.#l.lane===t}#d(e,t){return e<0?[Ae("path",{d:t,fill:`url(#${this.#r})`})]:[]}#u(e,t,n){let r=(t[0]??0)-Ti-5,s=(t.at(-1)??0)+Ti+5,o=this.#t.cuts.at(-1)??[],a=Math.max(...Array.from(o,Math.abs));return this.#t.lanes.flatMap(({name:l},c)=>{let h=(e[c]??0)+4,u=`viewer-flow-name${c===n?" is-chosen":""}`,d=Ae("text",{x:r,y:h,"text-anchor":"end",class:u},Tn(l));return Math.abs(o[c]??0)>a/100?[d,Ae("text",{x:s,y:h,class:u},Tn(l))]:[d]})}},om=({query:i,key:e},t)=>t!==null&&i!==t&&e!==t,fM=({layer:i,query:e,key:t})=>`${i} ${e} ${t}`,kl=i=>i<0?"is-against":"is-for";function pM(i){return i?i.reduce((e,t,n)=>Math.abs(t)>Math.abs(i[e]??0)?n:e,0):0}function mM(i){return Ae("pattern",{id:i,width:6,height:6,patternUnits:"userSpaceOnUse",patternTransform:"rotate(45)"},Ae("path",{d:"M0 0V6",class:"viewer-flow-stroke"}))}function gM(i,e){let t=i.map(l=>Ae("path",{d:`M${l} 20V${e}`,class:"viewer-flow-cut"})),n=i.slice(1).reduce((l,c,h)=>Math.min(l,c-i[h]),1/0),r=i.slice(1).map((l,c)=>(l+i[c])/2),s=n<sm,o=(l,c)=>Ae("text",{x:l,y:12,"text-anchor":"middle",class:"viewer-2d-head"},c),a=Xt(r,s?uM:sm).map(l=>o(r[l],s?String(l):`layer ${l}`));return[...t,...a,...s?[o((i[0]??0)/2,"layer")]:[]]}function yM({x:i,y:e,thick:t,value:n,isEntering:r}){let s=r?[i,i+Ul]:[i+Ul,i],o=`M${s[1]} ${e}L${s[0]} ${e+t/2}L${s[1]} ${e+t}Z`;return Ae("path",{d:o,class:`viewer-flow-stub ${kl(n)}`})}function xM({rank:i,value:e,x:t,y:n},r,s){let o=es({rank:i,relevance:e}),a=rm.half+rm.perLetter*Math.max(0,o.length-2);return Ae("g",{class:`viewer-flow-chip ${kl(e)}${r?" is-told":""}${s?" is-far":""}`,transform:`translate(${t} ${n})`},Ae("rect",{x:-a,y:-7,width:2*a,height:14,rx:7}),Ae("text",{y:3.5,"text-anchor":"middle"},o))}var _M=104,vM=74,bM=520,am=.01,lm={name:"flow",title:"Ledger flow",mount(i,e,t,n){let r=Jp(e);if(!r)return i.append(ut("This example has no ledger stored (what hidden states contribute, and what attention brings), so there is no flow to draw.")),()=>i.replaceChildren();let s=new Yh(i,e,r,t,n);return()=>s.dispose()}},Yh=class{#t;#e;#i;#n;#r;#s;#l=F("p",{className:"viewer-2d-scale",textContent:"Swipe sideways to see the whole flow \u2192"});#a;#c=xe(F("p",{className:"viewer-2d-readout"}),{"aria-live":"polite"});#f;constructor(e,t,n,r,s){this.#t=t,this.#e=n,this.#i=r,this.#r=MM(t,n),this.#n=Kp(n,new Set(this.#r.keys()));let o=t.scene.route.filter(({verdict:a})=>a==="confirmed").map(({rank:a})=>a);this.#s=new Bl(n,new Set(o),t.scene.grade!==Ki,{barPointed:(a,l)=>{this.#c.textContent=this.#m(a,l)},bandPointed:a=>{this.#c.textContent=this.#b(a)},barChosen:(a,l)=>this.#d(a,l),bandChosen:a=>this.#u(a)}),this.#a=F("div",{className:"viewer-2d-box viewer-2d-wide"},this.#s.element),e.append(this.#l,this.#a,this.#c,this.#M()),this.#f=dn(this.#a,r,s,a=>this.#o(a)),this.#c.textContent=this.#x()}dispose(){this.#f()}#o(e){let t=this.#a.clientWidth,n=em(this.#e,this.#n,t,t<bM?vM:_M);this.#l.hidden=n.width<=t,this.#s.show(n,this.#r,this.#h(e.query),e)}#h(e){let t=e===null?-1:this.#e.lanes.findIndex(({tokens:n})=>n.length===1&&n[0]===e);return t<0?null:t}#d(e,t){this.#c.textContent=this.#m(e,t);let[n,r]=this.#e.lanes[t]?.tokens??[];n===void 0||r!==void 0||this.#i.set({query:n,key:null,head:null,layer:e===0?null:e-1})}#u(e){this.#c.textContent=this.#b(e);let[t,n]=[this.#e.lanes[e.query],this.#e.lanes[e.key]];if(t?.tokens.length!==1||n?.tokens.length!==1)return;let r=e.query===e.key;this.#i.set({layer:e.layer,head:null,query:t.tokens[0]??null,key:r?null:n.tokens[0]??null})}#p(e){let{name:t,tokens:n}=this.#e.lanes[e]??{name:"?",tokens:[]};return n.length===1?`\u201C${t}\u201D (token ${n[0]})`:`the ${t} together`}#m(e,t){let{leaving:n,booked:r}=Ws(this.#e,this.#n,e,t),s=this.#e.errors.cuts[t]??0,o=e===0?"at the input":`after layer ${e-1}`,a=`${this.#p(t)} contributes ${An(this.#e.cuts[e]?.[t]??0,s)} ${o}`,l=e===0?".":`: ${this.#_(e,t)}.`;if(e===this.#e.layers)return a+l;let c=s+this.#y(h=>h.layer===e&&h.key===t);return`${a}${l} Of it ${An(n,c)} goes on in no drawn band; ${An(r,this.#v(e,t))} of that is booked through where heads look.`}#_(e,t){let n=e-1,r=c=>c.layer===n&&c.query===t&&c.key!==t,s=this.#n.filter(r).reduce((c,{value:h})=>c+h,0),o=this.#e.errors.kept[n]?.[t]??0,{entering:a}=Ws(this.#e,this.#n,e,t);return`kept ${An(this.#e.kept[n]?.[t]??0,o)}, drawn from others ${An(s,this.#y(r))}, not drawn ${An(a,o)}${this.#g(n,t)}`}#g(e,t){let n=this.#t.table("mlp_at");if(!n)return"";let r=this.#e.lanes[t]?.tokens??[],s=r.reduce((o,a)=>o+n.at(e,a),0);return` (its feed-forward block makes ${An(s,r.length*n.error)} of what it contributes)`}#y(e){return this.#n.filter(e).reduce((t,n)=>t+Xh(this.#e,n),0)}#v(e,t){let{errors:n}=this.#e,r=n.brought[e]?.reduce((s,o)=>s+o[t],0)??0;return(n.cuts[t]??0)+(n.kept[e]?.[t]??0)+r}#b(e){let{layer:t,query:n,key:r,value:s}=e,o=An(s,Xh(this.#e,e));if(n===r)return`In layer ${t} ${this.#p(n)} keeps ${o}: what it had, its feed-forward block and attention to itself.`;let a=this.#r.get(SM(e)),l=a===void 0?"":` Link ${a+1} of the tested route.`;return`In layer ${t} attention (all heads) brings ${o} from ${this.#p(r)} to ${this.#p(n)}.${l}`}#x(){let{least:e,most:t,error:n}=Qp(this.#e);return`${t-e<=2*n+am*Math.abs(t)?`Every column adds up to the same: ${An(t,Math.max(n,t-e))}`:`Columns add up to ${An(e,n)} to ${An(t,n)}`}.${this.#S(e,t,n)} Point at a bar or a band to read it.`}#S(e,t,n){let{margin:r,base:s}=this.#t.scene;if(r===null||s===null)return"";let o=n+am*Math.abs(r-s);return r-s<e-o||r-s>t+o?"":` That is the margin, ${kt(r)}, less the margin without the text, ${kt(s)}.`}#M(){let{scene:e}=this.#t,t=this.#n.filter(({query:s,key:o})=>s===o).length,n=this.#e.lanes.find(({tokens:s})=>s.length>1),r=[`Bars: what a token contributes, against the blank text, at ${e.layers+1} cuts from the input to after the last layer; orange supports ${e.target}, blue with strokes opposes it. Heights of bars and bands are their numbers, on one scale; nothing is renormalised.`,`Bands: ${this.#n.length-t} that attention brings from token to token (heads summed; at least ${100*Dl} % of the largest bar, ${Ot(Dl*Vs(this.#e))}, at most ${qh}, and the tested links whatever their size), and what each token keeps: what it contributes after the layer less all that attention brings it from others.`,"Small grey triangles: what no drawn band contributes; filled where it supports, hollow where it opposes. Before a bar: smaller bands. Behind a bar: smaller bands, and what the ledger books to this token because it changed where heads look, while the band starts at the token that was read.","Bands of both signs at one bar are together taller than it: the bar is what remains of them.",...e.route.length?[`Bands with a dark outline are the links of the tested route; the number on a band is its place there, with a minus where the band opposes. ${Js} What a link contributes against the average message is another number, and stands in its sentence.`]:[],...e.keys_kept===null?[]:[`Only the ${e.keys_kept} largest keys of each row are stored; the rest of a row is in the stub before the bar.`],Ni,...n?[`${n.tokens.length} tokens that contribute least are one row.`]:[]];return F("div",{className:"viewer-2d-rule"},...r.map(s=>F("p",{},s)))}},An=(i,e)=>Tt("relevance",i,e),SM=({layer:i,query:e,key:t})=>`${i} ${e} ${t}`;function MM({scene:i},{lanes:e}){let t=n=>e.findIndex(({tokens:r})=>r.includes(n));return new Map([...i.route].reverse().map(({layer:n,query:r,key:s,rank:o})=>[`${n} ${t(r)} ${t(s)}`,o]))}function hm(i,e,t,n,r){let s=wM(i,e,t,n).filter(p=>EM(p,r)),o=s.filter(({value:p})=>p!==0).sort(TM),a=new Set(i.scene.sinks),l=({query:p,key:b})=>p===b,c=p=>!l(p)&&a.has(p.key),h=r?o:o.filter(p=>!l(p)&&!c(p)),u=h.filter(({value:p})=>Math.abs(p)>=.03*Math.abs(h[0]?.value??0)),d=r?null:AM(u),f=d===null?u.slice(0,120):um(u,d).slice(0,96),g=zl(f),v=r?0:zl(o.filter(l)),m=r?0:zl(o.filter(c));return{lines:f,perToken:d,drawn:g,self:v,sinks:m,rest:Math.max(0,zl(o)-g-v-m),error:s.reduce((p,{error:b})=>p+b,0)}}function wM({scene:i,flows:e},t,n,r){let s=[];for(let o of r)for(let a=0;a<i.tokens.length;a+=1)e.eachOf(t,n,o,a,(l,c,h)=>s.push({head:o,query:a,key:l,value:c,error:h}));return s}function EM({query:i,key:e},t){return t?t.side!=="key"&&i===t.token||t.side!=="query"&&e===t.token:!0}function TM(i,e){return Math.abs(e.value)-Math.abs(i.value)||i.head-e.head||i.query-e.query||i.key-e.key}function AM(i){let e=48;for(;e>1&&um(i,e).length>96;)e-=1;return e}function um(i,e){let t=new Map;return i.filter(({query:n})=>{let r=t.get(n)??0;return t.set(n,r+1),r<e})}var zl=i=>i.reduce((e,{value:t})=>e+Math.abs(t),0),CM=640;function dm(i){return Math.max(5,Math.min(19,Math.floor(CM/Math.max(1,i))))}function Xr({top:i,row:e},t){return i+(t+.5)*e}function cm(i,e,t){let n=i.row*.7;return Xr(i,e)+((t+.5)/i.heads-.5)*n}function Zh(i,{head:e,query:t,key:n}){let{left:r,right:s}=i,o=(s-r)*.45,a=cm(i,n,e),l=cm(i,t,e);return`M${r} ${qr(a)}C${qr(r+o)} ${qr(a)} ${qr(s-o)} ${qr(l)} ${s} ${qr(l)}`}var qr=i=>Math.round(i*10)/10;function fm(i,e){let t=e>0?Math.abs(i)/e:0;return{width:.75+4.25*t,opacity:.25+.7*t}}var RM={width:24,height:5},Hl=class{element=xe(F("div",{className:"viewer-swatches"}),{role:"group","aria-label":"Heads"});#t;#e;#i;#n;#r;#s=F("input",{type:"checkbox"});#l=0;#a;constructor(e,t,n){this.#t=e,this.#e=t,this.#i=n,this.#a=new Set(this.#c()),this.#r=rt("all",()=>this.#o(this.#c()),"All heads"),this.#n=this.#c().map(s=>{let o=F("button",{type:"button"},String(s));return o.addEventListener("click",a=>this.#f(s,a.shiftKey||this.#s.checked)),o});let r=F("label",{className:"viewer-2d-check"},this.#s,"choose several");this.element.append(this.#r,...this.#n,r)}get heads(){return this.#c().filter(e=>this.#a.has(e))}show(e,t,n){this.#l=t;let r=Zi(e);r!==null?this.#a=new Set([r]):this.#a.size===1&&(this.#a=new Set(this.#c())),this.#h();let s=Hs(this.#t,this.#c().map(o=>({layer:t,head:o})));this.#n.forEach((o,a)=>{let l=s.of({layer:t,head:a}),c=`Head ${a}, ${rr(this.#t,s.quantity,t,a)}`;xe(o,{"aria-label":c,title:c}).replaceChildren(String(a),PM(l,s,n))})}#c(){return Array.from({length:this.#t.scene.heads},(e,t)=>t)}#f(e,t){if(!t)return this.#o([e]);let n=new Set(this.#a.size===this.#n.length?[]:this.#a);n.delete(e)||n.add(e),this.#o(n.size?[...n]:this.#c())}#o(e){this.#a=new Set(e);let[t]=e;this.#h(),this.#e.set({layer:this.#l,head:e.length===1&&t!==void 0?t:null,key:null}),this.#i()}#h(){this.#n.forEach((e,t)=>xe(e,{"aria-pressed":String(this.#a.has(t))})),xe(this.#r,{"aria-pressed":String(this.#a.size===this.#n.length)})}};function PM(i,{most:e,isSigned:t},n){let{width:r,height:s}=RM,o=t?r/2:r,a=e>0?Math.abs(i)/e*o:0,l=t?r/2:0;return xe(Ae("svg",{width:r,height:s,viewBox:`0 0 ${r} ${s}`},Ae("rect",{x:t&&i<0?l-a:l,y:1,width:a,height:s-2,fill:He(sn(n,t,i))}),Ae("path",{d:`M${l} 0V${s}`,stroke:"currentColor","stroke-opacity":.6})),{"aria-hidden":"true"})}var IM=["key","query"],Jh={key:"is read",query:"looks"},LM=i=>i==="key"?"query":"key",pm=13,Gl=class{element=Ae("g");#t;#e;#i;#n;#r={side:"query",token:0};constructor(e,t){this.#t=e,this.#e=t,this.#i={key:this.#s("key"),query:this.#s("query")},this.#n={key:Ae("text",{class:"viewer-2d-head"},Jh.key),query:Ae("text",{class:"viewer-2d-head"},Jh.query)},this.element.append(this.#n.key,this.#n.query,...this.#i.key,...this.#i.query)}show(e,t,{query:n,key:r}){let s=this.#t.tokens.map((o,a)=>Xr(e,a));for(let o of IM){let a=[t&&t.side!==LM(o)?t.token:null,o==="query"?n:r??n].filter(d=>d!==null),l=new Set(Xt(s,pm,a)),c=o==="key"?e.left:e.right,h=o==="key"?"end":"start",u=o==="key"?-8:8;xe(this.#n[o],{x:String(c),y:"14","text-anchor":h}),this.#i[o].forEach((d,f)=>{let g=t?.token===f&&(t.side===o||t.side==="both"),v=o==="query"?f===n:f===(r??n);xe(d,{transform:`translate(${c} ${Xr(e,f)})`,class:`viewer-heads-token${g?" is-focus":""}${v?" is-chosen":""}${l.has(f)?"":" is-unnamed"}`,"aria-pressed":String(v),tabindex:this.#a(o,f)?"0":"-1"}),NM(d,u,h,e.left,e.row)})}return e.row<pm}#s(e){return this.#t.tokens.map((t,n)=>{let r=xe(Ae("g",{},Ae("rect"),Ae("text",{},Tn(t,14))),{role:"button","aria-label":`Token ${n}, ${t}, ${Jh[e]}`}),s={side:e,token:n};return r.addEventListener("pointerenter",()=>this.#e.pointed(s)),r.addEventListener("pointerleave",()=>this.#e.pointed(null)),r.addEventListener("focus",()=>{this.#r=s,this.#e.pointed(s)}),r.addEventListener("blur",()=>this.#e.pointed(null)),r.addEventListener("click",()=>this.#e.chosen(s)),r.addEventListener("keydown",o=>this.#l(o,e,n)),r})}#l(e,t,n){let r=this.#t.tokens.length-1,o={ArrowUp:[t,Math.max(0,n-1)],ArrowDown:[t,Math.min(r,n+1)],ArrowLeft:["key",n],ArrowRight:["query",n],Home:[t,0],End:[t,r]}[e.key];if(o)this.#i[o[0]][o[1]]?.focus();else if(e.key==="Enter"||e.key===" ")this.#e.chosen({side:t,token:n});else return;e.preventDefault()}#a(e,t){return this.#r.side===e&&this.#r.token===t}};function NM(i,e,t,n,r){let[s,o]=i.children;s&&xe(s,{x:String(e<0?-n:1),y:String(-r/2),width:String(n-1),height:String(r)}),o&&xe(o,{x:String(e),y:"4","text-anchor":t})}var UM=26,FM=16,BM=720,kM=480,mm={name:"heads",title:"Heads",mount(i,e,t,n){if(!e.flows.quantities.length)return i.append(ut("This example has neither attention nor contributions stored, so there are no lines.")),()=>i.replaceChildren();let r=new Kh(i,e,t,n);return()=>r.dispose()}},Kh=class{#t;#e;#i;#n;#r;#s=xe(Ae("svg",{class:"viewer-heads"}),{role:"group"});#l=Ae("g");#a;#c=xe(F("p",{className:"viewer-2d-readout"}),{"aria-live":"polite"});#f=F("p",{className:"viewer-2d-scale"});#o;#h;#d=null;#u=!1;constructor(e,t,n,r){this.#t=t,this.#e=n,this.#i=r,this.#r=new Hl(t,n,()=>this.#g()),this.#a=new Gl(t.scene,{pointed:s=>this.#m(s),chosen:({token:s})=>n.set({query:s,key:null})}),this.#n=new un(t,n).quantity().layer(),this.#s.append(this.#l,this.#a.element),this.#o=F("div",{className:"viewer-2d-box viewer-2d-tall"},this.#s),e.append(this.#n.element,this.#r.element,this.#o,this.#c,this.#f),this.#h=dn(this.#o,n,r,s=>this.#p(s))}dispose(){this.#h()}#p(e){this.#n.show(e),this.#r.show(e,kn(this.#t,e),this.#i.palette()),this.#g()}#m(e){this.#d=e,this.#g()}#_(){let{query:e,key:t}=this.#e.now;return this.#d?this.#d:e!==null&&t===null?{side:"both",token:e}:null}#g(){let e=dt(this.#t,this.#e.now),t=kn(this.#t,this.#e.now),n=this.#_(),r=hm(this.#t,e,t,this.#r.heads,n),s=this.#y(),o=r.lines.reduce((a,{value:l})=>Math.max(a,Math.abs(l)),0);this.#v(r.lines,s,o),this.#u=this.#a.show(s,n,this.#e.now),xe(this.#s,{"aria-label":`Lines of layer ${t} between ${this.#t.scene.tokens.length} tokens. What is read stands on the left, what looks on the right.`}),this.#f.textContent=this.#M(r,o,n!==null),this.#c.textContent=this.#S(r,t,n)}#y(){let e=Math.min(BM,this.#o.clientWidth),t=e<kM?84:132,{tokens:n}=this.#t.scene,r={left:t,right:e-t,top:UM,row:dm(n.length),heads:this.#t.scene.heads},s=Xr(r,n.length-1)+FM;return xe(this.#s,{width:String(e),height:String(s),viewBox:`0 0 ${e} ${s}`}),r}#v(e,t,n){let r=dt(this.#t,this.#e.now)==="relevance",s=this.#i.palette(),o=[...e].reverse();this.#l.replaceChildren(...o.flatMap(a=>{let{width:l,opacity:c}=fm(a.value,n),h=Ae("path",{d:Zh(t,a),fill:"none",stroke:He(sn(s,r,a.value)),"stroke-width":l,"stroke-opacity":c});a.value<0&&h.setAttribute("stroke-dasharray","6 4"),this.#b(a)&&xe(h,{class:"is-chosen"});let u=Ae("path",{d:Zh(t,a),class:"viewer-heads-hit"});return u.addEventListener("click",()=>this.#e.set({layer:kn(this.#t,this.#e.now),...zM(a)})),u.addEventListener("pointerenter",()=>{this.#c.textContent=this.#x(a)}),[h,u]}))}#b({head:e,query:t,key:n}){let r=this.#e.now;return r.head===e&&r.query===t&&r.key===n}#x({head:e,query:t,key:n,value:r,error:s}){let o=dt(this.#t,this.#e.now),a=l=>`\u201C${Tn(this.#t.scene.tokens[l]??"",20)}\u201D (${l})`;return`Head ${e}, ${a(n)} to ${a(t)}: ${Et[o]} ${Tt(o,r,s)}.`}#S(e,t,n){let r=n?`\u201C${this.#t.scene.tokens[n.token]??""}\u201D (${n.token})`:`layer ${t}`,[s]=e.lines;if(!s)return`No lines of ${r}.`;let o=e.lines.length;return`${o} ${o===1?"line":"lines"} of ${r}. The largest: ${this.#x(s)}`}#M(e,t,n){let r=dt(this.#t,this.#e.now),s=`Widest line: ${Ot(t)}${r==="relevance"?"; dashed lines oppose":""}.`,o=`${100*.03} % of the largest`,a=`Within a token's row head 0 is highest.${this.#u?" There is no room for all names: point at a token to read its name.":""}`,l=`Sums may be off by ${Ot(e.error)} together, because numbers in this page are stored rounded.`;return n?`All lines of this token of at least ${o}; not shown: ${Ot(e.rest)} in size. ${s} ${l} ${a}`:`Up to ${e.perToken===1?"1 line":`${e.perToken} lines`} to each token, ${96} in all, none under ${o}: ${Ot(e.drawn)} in size. Not shown: ${Ot(e.self)} from tokens to themselves, ${Ot(e.sinks)} from special tokens, ${Ot(e.rest)} smaller. Point at a token to see all of its lines. ${s} ${l} ${a}`}},zM=({head:i,query:e,key:t})=>({head:i,query:e,key:t});var HM=680,GM=9,gm={name:"matrix",title:"Matrix",mount(i,e,t,n){if(!e.flows.quantities.length)return i.append(ut("This example has neither attention nor contributions stored, so there is no matrix.")),()=>i.replaceChildren();let r=new Qh(i,e,t,n);return()=>r.dispose()}},Qh=class{#t;#e;#i;#n;#r=xe(F("p",{className:"viewer-2d-readout"}),{"aria-live":"polite"});#s;#l;#a;#c;#f;#o={query:0,key:0};#h=0;#d={query:0,key:0};#u=null;#p=null;constructor(e,t,n,r){this.#t=t,this.#e=n,this.#s=new wi(t.scene.keys_kept!==null),this.#i=r;let{tokens:s}=t.scene;this.#c=s.map(o=>Tn(o)),this.#n=xe(F("canvas",{tabIndex:0,className:"viewer-matrix"}),{role:"application","aria-label":`Matrix of ${s.length} by ${s.length} tokens. Arrow keys move from cell to cell, plus and minus zoom, Enter chooses the cell.`}),this.#l=new un(t,n).quantity().layer().headOrAll().and(...this.#m()),this.#a=F("div",{className:"viewer-2d-box"},this.#n),e.append(this.#l.element,F("p",{className:"viewer-2d-scale"},Nl),this.#a,this.#r,this.#s.element),this.#f=[...this.#_(),dn(this.#a,n,r,o=>this.#S(o))]}dispose(){this.#f.forEach(e=>e())}#m(){return Gh(this.#t.scene.tokens.length)===0?[]:[F("div",{className:"viewer-2d-buttons"},rt("\u2212",()=>this.#x(-1),"Show more tokens"),rt("+",()=>this.#x(1),"Show fewer tokens, larger"))]}#_(){let e=this.#n;return[nt(e,"keydown",t=>this.#g(t)),nt(e,"pointermove",t=>this.#y(t)),nt(e,"click",t=>{this.#y(t),this.#b()}),nt(e,"wheel",t=>{t.ctrlKey&&(t.preventDefault(),this.#x(t.deltaY<0?1:-1))},{passive:!1})]}#g(e){let t=Rl(this.#o,e.key,this.#t.scene.tokens.length);if(t)this.#v(t);else if(e.key==="Enter"||e.key===" ")this.#b();else if(e.key==="+"||e.key==="=")this.#x(1);else if(e.key==="-")this.#x(-1);else return;e.preventDefault()}#y(e){let t=this.#p&&Cl(this.#p,...zn(this.#n,e));t&&this.#v(t)}#v(e){e.query===this.#o.query&&e.key===this.#o.key||(this.#o=e,this.#M())}#b(){let e=kn(this.#t,this.#e.now);this.#e.set({layer:e,head:Zi(this.#e.now),...this.#o})}#x(e){let{length:t}=this.#t.scene.tokens;this.#h=Math.max(0,Math.min(Gh(t),this.#h+e));let n=Math.floor(Gs(t,this.#h)/2);this.#d={query:Math.max(0,this.#o.query-n),key:Math.max(0,this.#o.key-n)},this.#M()}#S(e){this.#o={query:e.query??this.#o.query,key:e.key??this.#o.key},this.#l.show(e),this.#M()}#M(){let{scene:e}=this.#t,t=this.#e.now,n=dt(this.#t,t),r=kn(this.#t,t),s=Zi(t),o=this.#w(n,r,s),a=this.#i.palette(),l={palette:a,isSigned:n==="relevance",most:Pn(o)},c=this.#A(),h=Ei(c),u=Vt(this.#n,c.left+h+2,c.top+h+2);$r(u,a,c.left,c.top,h),Wr(u,this.#C(o,c),l,c.left,c.top,h),Il(u,a,c,this.#o),Pl(u,a,c,this.#c,this.#o),this.#s.show(l,lo(r,s),Ji(l,c.count,h)),this.#r.textContent=Xp(this.#t,n,r,s,this.#o.query,this.#o.key)+(c.count<e.tokens.length?` Shown: ${c.count} of ${e.tokens.length} tokens each way.`:"")}#A(){let{length:e}=this.#t.scene.tokens,t=Gs(e,this.#h);this.#d={query:Vh(this.#d.query,t,this.#o.query,e),key:Vh(this.#d.key,t,this.#o.key,e)};let n=Mi(this.#n);n.font=getComputedStyle(this.#n).font;let r=El(n,this.#c)+GM,s={row:this.#d.query,column:this.#d.key,count:t};this.#p=Al(s,Math.min(HM,this.#a.clientWidth),r,r);let{left:o,top:a,cell:l}=this.#p;return Object.assign(this.#n.dataset,{left:o,top:a,cell:l,row:s.row,column:s.column}),this.#p}#w(e,t,n){let r=`${e} ${t} ${n}`;return this.#u?.key!==r&&(this.#u={key:r,grid:Jr(this.#t,e,t,n)}),this.#u.grid}#C(e,t){return t.count===e.size&&t.cell>=1?e:oo(e,t,Math.max(1,Ei(t)))}};function ym(i,e,t){let n=t/e>40?6:3,r=Math.floor((t-26)/e)-n,s=Math.max(14,Math.min(72,r)),o=s+n,a=s+9+n;return{layers:i,heads:e,left:26,top:20,side:s,across:o,down:a,width:26+o*e,height:20+a*i}}function xm(i,e,t){let n=Math.floor((e-i.left)/i.across),r=Math.floor((t-i.top)/i.down);return n<0||r<0||n>=i.heads||r>=i.layers?null:e-i.left-n*i.across<=i.side&&t-i.top-r*i.down<=i.side+9?{layer:r,head:n}:null}function $s(i,{layer:e,head:t}){return[i.left+t*i.across,i.top+e*i.down]}function _m(i,e,t,n,r){let[s,o]=$s(i,e),a=r?s+i.side/2:s,l=n>0?Math.abs(t)/n*(r?i.side/2:i.side):0;return{x:r&&t<0?a-l:a,y:o+i.side+3,width:l}}function vm({layer:i,head:e},t,n){return{ArrowUp:{layer:Math.max(0,i-1),head:e},ArrowDown:{layer:Math.min(n.layers-1,i+1),head:e},ArrowLeft:{layer:i,head:Math.max(0,e-1)},ArrowRight:{layer:i,head:Math.min(n.heads-1,e+1)},Home:{layer:i,head:0},End:{layer:i,head:n.heads-1}}[t]??null}var bm={name:"model",title:"Layers \xD7 heads",mount(i,e,t,n){if(!e.flows.quantities.length)return i.append(ut("This example has neither attention nor contributions stored, so there are no matrices.")),()=>i.replaceChildren();let r=new jh(i,e,t,n);return()=>r.dispose()}},jh=class{#t;#e;#i;#n;#r=xe(F("p",{className:"viewer-2d-readout"}),{"aria-live":"polite"});#s;#l;#a=F("input",{type:"checkbox"});#c;#f;#o={layer:0,head:0};#h=null;#d=null;#u=null;constructor(e,t,n,r){this.#t=t,this.#e=n,this.#s=new wi(t.scene.keys_kept!==null),this.#i=r;let{layers:s,heads:o}=t.scene;this.#n=xe(F("canvas",{tabIndex:0,className:"viewer-model"}),{role:"application","aria-label":`Small matrices of ${s} layers by ${o} heads. Arrow keys move from head to head, Enter chooses one.`}),this.#l=new un(t,n).quantity().and(F("label",{className:"viewer-2d-check"},this.#a,"each head on its own scale")),this.#a.addEventListener("change",()=>this.#g()),this.#c=F("div",{className:"viewer-2d-box"},this.#n),e.append(this.#l.element,F("p",{className:"viewer-2d-scale"},"Each square is a head; rows of squares are layers, columns heads. Within a square a row is the token that looks, a column the token it reads."),this.#c,this.#r,this.#s.element),this.#f=[...this.#p(),dn(this.#c,n,r,a=>this.#_(a))]}dispose(){this.#f.forEach(e=>e())}#p(){let e=this.#n,t=n=>this.#h&&xm(this.#h,...zn(e,n));return[nt(e,"pointermove",n=>this.#m(t(n))),nt(e,"click",n=>{let r=t(n);r&&this.#e.set({...r})}),nt(e,"keydown",n=>{let r=this.#h&&vm(this.#o,n.key,this.#h);if(r)this.#m(r);else if(n.key==="Enter"||n.key===" ")this.#e.set({...this.#o});else return;n.preventDefault()})]}#m(e){!e||e.layer===this.#o.layer&&e.head===this.#o.head||(this.#o=e,this.#g())}#_(e){this.#o=Gr(this.#t,dt(this.#t,e),e),this.#l.show(e),this.#g()}#g(){let e=dt(this.#t,this.#e.now),{layers:t,heads:n}=this.#t.scene,r=this.#h=ym(t,n,this.#c.clientWidth),{most:s}=this.#S(e,r.side),o=this.#i.palette(),a={palette:o,isSigned:e==="relevance",most:s},l=this.#y(e,r,a),c=Vt(this.#n,r.width,r.height);c.drawImage(l,0,0,r.width,r.height),VM(c,o,r,this.#o),this.#b(c,o);let h=Ji(a,this.#S(e,r.side).grids[0]?.size??1,r.side);this.#a.checked?this.#s.showOwn(a,h):this.#s.show(a,"all heads",h),this.#r.textContent=this.#M()}#y(e,t,n){let r=JSON.stringify([e,t,n,devicePixelRatio,this.#a.checked]);if(this.#u?.key===r)return this.#u.image;let s=F("canvas"),o=Vt(s,t.width,t.height),{grids:a}=this.#S(e,t.side);return Vl(t).forEach((l,c)=>{let h=$s(t,l);$r(o,n.palette,...h,t.side);let u=a[c];Wr(o,u,this.#a.checked?{...n,most:Pn(u)}:n,...h,t.side)}),this.#v(o,n.palette,t),this.#u={key:r,image:s},s}#v(e,t,n){let r=Hs(this.#t,Vl(n));for(let s of Vl(n)){let o=r.of(s),a=_m(n,s,o,r.most,r.isSigned);e.fillStyle=He(t.lineStrong),r.isSigned&&e.fillRect($s(n,s)[0]+n.side/2-.5,a.y-1,1,6),e.fillStyle=He(sn(t,r.isSigned,o)),e.fillRect(a.x,a.y,a.width,4)}}#b(e,t){let{layer:n,head:r}=this.#e.now;this.#x(e,this.#o,He(t.soft),1),n!==null&&r!==null&&this.#x(e,{layer:n,head:r},He(t.ink),2.5)}#x(e,t,n,r){let[s,o]=$s(this.#h,t);e.strokeStyle=n,e.lineWidth=r,e.strokeRect(s-1.5,o-1.5,this.#h.side+3,this.#h.side+3)}#S(e,t){if(this.#d?.quantity===e&&this.#d.side===t)return this.#d;let n=Vl(this.#h).map(({layer:s,head:o})=>Hu(this.#t,e,s,o,t)),r=n.reduce((s,o)=>Math.max(s,Pn(o)),0);return this.#d={quantity:e,side:t,grids:n,most:r}}#M(){let{quantity:e,isSigned:t}=Hs(this.#t,[]),{layer:n,head:r}=this.#o;return`Layer ${n}, head ${r}: ${rr(this.#t,e,n,r)} (the bar under its matrix${t?": right is for, left against":""}).`}};function Vl({layers:i,heads:e}){return Array.from({length:i*e},(t,n)=>({layer:Math.floor(n/e),head:n%e}))}function VM(i,e,t,n){i.textBaseline="middle";let r=Array.from({length:t.heads},(o,a)=>t.left+a*t.across+t.side/2),s=Array.from({length:t.layers},(o,a)=>t.top+a*t.down+t.side/2);i.textAlign="center";for(let o of Xt(r,18,[n.head]))i.fillStyle=He(o===n.head?e.ink:e.soft),i.fillText(String(o),r[o],t.top-10);i.textAlign="right";for(let o of Xt(s,13,[n.layer]))i.fillStyle=He(o===n.layer?e.ink:e.soft),i.fillText(String(o),t.left-8,s[o])}function Sm({arrays:i},e,t){let n=i.get(`${e}_scale`)?.entry.scale??0;return .5/Gn[e].most*Wl(t)+.5/Gn[`${e}_scale`].most*n}function Mm({scene:i,block:e},t,n,r,s){let o=Math.floor(n*i.key_heads/i.heads),a=tr(e,"queries",t,n,r),l=tr(e,"keys",t,o,s),c=i.scaling[t];if(!a||!l||c===void 0)return null;let h=a.map((m,p)=>m*(l[p]??0)),u=h.reduce((m,p)=>m+p,0),[d,f]=[Sm(e,"queries",a),Sm(e,"keys",l)],g=a.map((m,p)=>Math.abs(m)*f+Math.abs(l[p]??0)*d+d*f),v=g.reduce((m,p)=>m+p,0)*Math.abs(c);return{query:a,key:l,products:h,errors:{query:d,key:f,products:g},sum:u,scaling:c,score:u*c,error:v}}function Wl(i){return i.reduce((e,t)=>Math.max(e,Math.abs(t)),0)}function wm(i,e){let t=i.map((n,r)=>r);return e?t.sort((n,r)=>i[r]-i[n]||n-r):t}function Em(i,e,t){let n=Math.floor(i/e*t);return i>=0&&n<t?n:null}var bt={left:62,row:74,gap:22,height:274};function Tm(i,e,{query:t,key:n,products:r},s,o,a){let l=[["query",t],["key",n],["product",r]],c=(o-bt.left)/s.length;i.fillStyle=He(e.sunken),i.fillRect(bt.left+a*c,0,Math.max(c,3),bt.height),l.forEach(([h,u],d)=>{let f=4+d*(bt.row+bt.gap)+bt.row/2;WM(i,e,h,Wl(u),f),qM(i,e,s.map(g=>u[g]??0),f,c,a),d<2&&$M(i,e,d===0?"\xD7":"=",f+(bt.row+bt.gap)/2)})}function WM(i,e,t,n,r){i.textAlign="left",i.textBaseline="middle",i.fillStyle=He(e.ink),i.fillText(t,0,r),i.fillStyle=He(e.faint);let s=n>=100?0:n>=10?1:2;i.fillText(`+${n.toFixed(s)}`,0,r-bt.row/2+6),i.fillText(`\u2212${n.toFixed(s)}`,0,r+bt.row/2-6)}function $M(i,e,t,n){i.fillStyle=He(e.soft),i.textAlign="center",i.fillText(t,bt.left-10,n)}function qM(i,e,t,n,r,s){let o=bt.row/2/(Wl(t)||1),a=Math.max(.75,r-(r>4?1.5:r>2?.75:0));t.forEach((l,c)=>{let h=Math.abs(l)*o;i.fillStyle=He(l<0?e.negative:e.positive),i.fillRect(bt.left+c*r,l<0?n:n-h,a,h),c===s&&(i.strokeStyle=He(e.ink),i.lineWidth=1,i.strokeRect(bt.left+c*r-.5,(l<0?n:n-h)-.5,a+1,h+1))}),i.fillStyle=He(e.lineStrong),i.fillRect(bt.left,n-.5,r*t.length,1)}var XM="The model adds what it adds to scores besides (a mask, a bias of positions) and may bound them before its softmax; none of that is in this product. Vectors are stored rounded to 1/25 of their largest entry. "+Ni,Am={name:"neurons",title:"Query and key",mount(i,e,t,n){let r=["queries","keys"].filter(o=>!e.block.arrays.has(o));if(r.length)return i.append(ut(`The ${r.join(" and ")} of this example are not in the report, so their product cannot be shown: they are left out where the model does not use such a product, or where they would be too many numbers for one page.`)),()=>i.replaceChildren();let s=new eu(i,e,t,n);return()=>s.dispose()}},eu=class{#t;#e;#i;#n;#r;#s;#l=F("p",{className:"viewer-neurons-sum"});#a=xe(F("p",{className:"viewer-2d-readout"}),{"aria-live":"polite"});#c;#f;#o=!1;#h=[];#d=null;#u=0;constructor(e,t,n,r){this.#t=t,this.#e=n,this.#i=r,this.#c=xe(rt("largest first",()=>this.#m()),{"aria-pressed":"false"}),this.#n=new un(t,n).layer(s=>this.#p(s).layer).head(s=>this.#p(s)).token("Looks","query",s=>this.#p(s).query).token("Is read","key",s=>this.#p(s).key).and(this.#c),this.#r=xe(F("canvas",{tabIndex:0,className:"viewer-neurons"}),{role:"application","aria-label":"Entries of query, key and their product. Arrow keys move from entry to entry."}),this.#s=F("div",{className:"viewer-2d-box"},this.#r),e.append(this.#n.element,this.#l,this.#s,this.#a,F("p",{className:"viewer-2d-scale"},XM)),this.#f=[nt(this.#r,"pointermove",s=>this.#b(s)),nt(this.#r,"keydown",s=>this.#x(s)),dn(this.#s,n,r,s=>this.#_(s))]}dispose(){this.#f.forEach(e=>e())}#p(e){let t=dt(this.#t,e),{scene:n,flows:r}=this.#t,{layer:s,head:o}=Gr(this.#t,t,e),a=e.query??n.read[0]??0;if(e.key!==null)return{layer:s,head:o,query:a,key:e.key};let l={key:a,size:-1};return r.eachOf(t,s,o,a,(c,h)=>{Math.abs(h)>l.size&&(l={key:c,size:Math.abs(h)})}),{layer:s,head:o,query:a,key:l.key}}#m(){this.#o=!this.#o,xe(this.#c,{"aria-pressed":String(this.#o)}),this.#_(this.#e.now)}#_(e){this.#n.show(e);let t=this.#p(e);if(this.#d=Mm(this.#t,t.layer,t.head,t.query,t.key),!this.#d){this.#l.textContent="The vectors of this pair are not stored.";return}this.#h=wm(this.#d.products,this.#o),this.#l.textContent=this.#g(t,this.#d),this.#y()}#g({layer:e,head:t,query:n,key:r},{sum:s,scaling:o,score:a,error:l,errors:c}){let{scene:h,flows:u}=this.#t,d=u.quantities.includes("attention")?si(this.#t,"attention",e,t,n,r):null,f=d===null?"the weight is not stored":`the softmax over all keys gave it the weight ${pn(d.value,d.error)}`,g=c.products.reduce((v,m)=>v+m,0);return`${At(h,n)} looks at ${At(h,r)}: sum of products (${pn(s,g)}) \xD7 ${kt(o)} = score ${pn(a,l)}; ${f}.`}#y(){if(!this.#d)return;let e=this.#s.clientWidth,t=Vt(this.#r,e,bt.height);Tm(t,this.#i.palette(),this.#d,this.#h,e,this.#u),this.#a.textContent=this.#v(this.#d)}#v({query:e,key:t,products:n,errors:r}){let s=this.#h[this.#u]??0,[o=0,a=0,l=0]=[e[s],t[s],n[s]],c=pn(l,r.products[s]??0);return`Entry ${s} of ${n.length}: query (${pn(o,r.query)}) \xD7 key (${pn(a,r.key)}) = ${c}.`}#b(e){let[t]=zn(this.#r,e),n=Em(t-bt.left,this.#s.clientWidth-bt.left,this.#h.length);n===null||n===this.#u||(this.#u=n,this.#y())}#x(e){let t=this.#h.length-1,r={ArrowLeft:this.#u-1,ArrowRight:this.#u+1,Home:0,End:t}[e.key];r!==void 0&&(e.preventDefault(),this.#u=Math.max(0,Math.min(t,r)),this.#y())}};var $l=[kp,mm,bm,gm,Am,Zp,lm];var ql=class{#t;#e;#i;#n;#r=xe(F("div",{className:"viewer-panel"}),{role:"status","aria-live":"polite"});#s=F("div",{className:"viewer-note"});#l=null;#a=null;constructor(e,t){this.#t=e,this.#e=t,this.#i=new io(t.scene.example),this.#n=new co($l,n=>this.#i.set({view:n})),this.#c(),Fu(this.#i,t.scene),Yu(e,this.#i),this.#i.subscribe(()=>this.#o()),e.addEventListener("keydown",n=>{n.key==="Escape"&&this.#i.set(Rn)}),this.#p()}get stage(){return this.#n.stage}wake(){this.#a||this.#h(this.#f())}sleep(){this.#t.style.minHeight=`${this.#t.offsetHeight}px`,this.#a?.(),this.#a=null,this.#t.classList.remove("is-live")}#c(){let e=F("div",{className:"viewer-bar"},this.#n.element,rt("Clear",()=>this.#i.set(Rn),"Clear the selection")),t=F("div",{className:"viewer-body"},this.#n.stage,this.#r);this.#t.prepend(e,this.#s,t),this.#n.mark(this.#f().name)}#f(){let[e]=$l,t=$l.find(({name:n})=>n===this.#i.now.view)??e;if(!t)throw new Error("The viewer has no views.");return t}#o(){this.#p(),this.#a||this.#n.mark(this.#f().name),!(!this.#a||this.#f()===this.#l)&&(this.sleep(),this.#h(this.#f()))}#h(e){this.#l=e,this.#n.mark(e.name),this.#s.replaceChildren(),this.#n.stage.replaceChildren(),this.#t.classList.add("is-live"),this.#t.style.minHeight="";try{let t=e.mount(this.#n.stage,this.#e,this.#i,this.#m());this.#a=()=>{t(),this.#n.stage.replaceChildren()}}catch(t){this.#d(`This view could not be drawn: ${t instanceof Error?t.message:String(t)}`)}}#d(e,t=!1){let n=this.#a;this.#a=()=>{},n?.(),this.#n.stage.replaceChildren(),this.#t.classList.remove("is-live"),this.#s.replaceChildren(ut(e),...t?[rt("Try again",()=>this.#u())]:[])}#u(){this.#h(this.#f()),this.#t.querySelector("[role=tab][aria-selected=true]")?.focus({preventScroll:!0})}#p(){this.#r.replaceChildren(...Wu(this.#e,this.#i.now).map(e=>F("p",{},e)))}#m(){return{still:Eu(),palette:()=>sr(this.#t),onTheme:eo,examples:Au,isOneOfPages:Cu(),open:to,fallBack:(e,t)=>this.#d(e,t)}}};var Rm={azimuth:30,elevation:20},Cm=90;function Pm({azimuth:i,elevation:e},t,n){return{azimuth:((i+t+180)%360+360)%360-180,elevation:Math.max(-Cm,Math.min(Cm,e+n))}}function tu({azimuth:i,elevation:e},[t,n,r]){let s=i*Math.PI/180,o=e*Math.PI/180,a=t*Math.cos(s)-r*Math.sin(s),l=t*Math.sin(s)+r*Math.cos(s);return[a,n*Math.cos(o)-l*Math.sin(o),n*Math.sin(o)+l*Math.cos(o)]}function YM(i){let e=0;for(let t=0;t<i.length;t+=3)e=Math.max(e,Math.hypot(i[t],i[t+1],i[t+2]));return e||1}function Im(i,e,t,n,r){let s=YM(i),o=Math.max(1,Math.min(t,n)/2-r)/s;return Array.from({length:i.length/3},(l,c)=>{let[h,u,d]=tu(e,[i[c*3],i[c*3+1],i[c*3+2]]);return{point:c,x:t/2+h*o,y:n/2-u*o,depth:d/s}}).sort((l,c)=>l.depth-c.depth||l.point-c.point)}function Lm(i,e,t,n){let r=null;for(let s of i){let o=Math.hypot(s.x-e,s.y-t);o<=n&&o<=(r?.distance??1/0)&&(r={point:s.point,distance:o})}return r?.point??null}var ZM=8;function Nm(i){let e=new Map;for(let n of i)e.set(n,(e.get(n)??0)+1);return[...e].sort(([n,r],[s,o])=>o-r||(n<s?-1:1)).map(([n])=>n).slice(0,ZM)}var Om=[(i,e,t,n)=>i.arc(e,t,n,0,2*Math.PI),(i,e,t,n)=>qs(i,[[e-n,t-n],[e+n,t-n],[e+n,t+n],[e-n,t+n]],.9),(i,e,t,n)=>qs(i,[[e,t-1.25*n],[e+1.15*n,t+n*.85],[e-1.15*n,t+n*.85]]),(i,e,t,n)=>qs(i,[[e,t-1.35*n],[e+1.1*n,t],[e,t+1.35*n],[e-1.1*n,t]]),(i,e,t,n)=>qs(i,[[e,t+1.25*n],[e+1.15*n,t-n*.85],[e-1.15*n,t-n*.85]]),(i,e,t,n)=>KM(i,e,t,n*1.3,n*.45),(i,e,t,n)=>i.ellipse(e,t,n*1.4,n*.6,0,0,2*Math.PI),(i,e,t,n)=>i.ellipse(e,t,n*.6,n*1.4,0,0,2*Math.PI)],JM=.55;function Dm(i,e){let t=document.createElement("span");t.hidden=!0,i.append(t);let n=s=>(t.style.color=`var(${s})`,lc(getComputedStyle(t).color)),r=Array.from({length:e},(s,o)=>({place:o,colour:n(`--group-${o}`)}));return r.push({place:null,colour:n("--faint")}),t.remove(),r}function Xl(i,e,t,n,r,s,o){i.beginPath(),e.place===null?i.arc(t,n,r*JM,0,2*Math.PI):Om[e.place%Om.length]?.(i,t,n,r),i.fillStyle=He(s?o:e.colour),i.strokeStyle=He(s?e.colour:o),i.lineWidth=s?1.75:.75,i.fill(),i.stroke()}function qs(i,e,t=1){let n=e.reduce((s,o)=>s+o[0],0)/e.length,r=e.reduce((s,o)=>s+o[1],0)/e.length;e.forEach(([s,o],a)=>{let l=[n+(s-n)*t,r+(o-r)*t];a?i.lineTo(...l):i.moveTo(...l)}),i.closePath()}function KM(i,e,t,n,r){qs(i,[[e-r,t-n],[e+r,t-n],[e+r,t-r],[e+n,t-r],[e+n,t+r],[e+r,t+r],[e+r,t+n],[e-r,t+n],[e-r,t+r],[e-n,t+r],[e-n,t-r],[e-r,t-r]])}var Um=4,QM=.6,jM=14,Fm=34,Bm=.4,Yl=10,km=4,ew=520,tw=.25,zm=[[1,0,0],[0,1,0],[0,0,1]],Zl=class{canvas;#t;#e=Rm;#i=[];#n=null;#r=0;#s=null;constructor(e,t){this.#t=t,this.canvas=xe(F("canvas",{tabIndex:0,className:"projector-cloud"}),{role:"application","aria-label":`${e}. Arrow keys turn it, Shift with left or right chooses the next point.`}),nt(this.canvas,"keydown",n=>this.#l(n)),nt(this.canvas,"pointerdown",n=>{this.#s={x:n.clientX,y:n.clientY,moved:0},this.canvas.setPointerCapture(n.pointerId)}),nt(this.canvas,"pointermove",n=>this.#a(n)),nt(this.canvas,"pointerup",n=>this.#c(n)),nt(this.canvas,"pointercancel",()=>{this.#s=null})}show(e,t){this.#n=e,this.#r=t,this.#o()}stepBy(e){let t=[...this.#i].sort((s,o)=>s.x-o.x||s.point-o.point);if(!t.length)return;let n=t.findIndex(({point:s})=>s===this.#n?.chosen),r=n<0?e>0?0:t.length-1:(n+e+t.length)%t.length;this.#t(t[r].point)}#l(e){let{key:t,shiftKey:n}=e,s={ArrowLeft:[Yl,0],ArrowRight:[-Yl,0],ArrowUp:[0,Yl],ArrowDown:[0,-Yl]}[t];s&&(e.preventDefault(),n?this.stepBy(t==="ArrowRight"||t==="ArrowDown"?1:-1):this.#f(...s))}#a(e){if(!this.#s)return;let[t,n]=[e.clientX-this.#s.x,e.clientY-this.#s.y];this.#s={x:e.clientX,y:e.clientY,moved:this.#s.moved+Math.hypot(t,n)},this.#s.moved>km&&this.#f(-t*Bm,n*Bm)}#c(e){let t=this.#s!==null&&this.#s.moved<=km;this.#s=null;let n=t?Lm(this.#i,...zn(this.canvas,e),jM):null;n!==null&&this.#t(n)}#f(e,t){this.#e=Pm(this.#e,e,t),this.#o()}#o(){let e=this.#n;if(!e)return;let t=Math.min(ew,Math.max(300,this.#r*.75)),n=Vt(this.canvas,this.#r,t);this.#i=Im(e.points,this.#e,this.#r,t,Fm),this.#u(n,e,t);let r=new Set(e.near);for(let s of this.#i)this.#h(n,e,s,r.has(s.point));this.#d(n,e),this.#p(n,e,t)}#h(e,{looks:t,isHollow:n,palette:r,chosen:s},{point:o,x:a,y:l,depth:c},h){e.globalAlpha=s===null||h||o===s?1:.55,Xl(e,t[o],a,l,Um*(1+.25*c)*(h||o===s?1.4:1),n(o),r.raised),e.globalAlpha=1}#d(e,{chosen:t,near:n,palette:r}){let s=new Map(this.#i.map(a=>[a.point,a])),o=t===null?void 0:s.get(t);o&&(e.strokeStyle=He(r.ink),e.lineWidth=1,e.globalAlpha=QM,n.forEach(a=>{let l=s.get(a);l&&(e.beginPath(),e.moveTo(o.x,o.y),e.lineTo(l.x,l.y),e.stroke())}),e.globalAlpha=1,e.lineWidth=2,e.beginPath(),e.arc(o.x,o.y,Um*2.4,0,2*Math.PI),e.stroke())}#u(e,{axes:t,palette:n},r){e.strokeStyle=He(n.lineStrong),e.lineWidth=1,t.forEach((s,o)=>{let{x:a,y:l}=this.#m(o,r);e.beginPath(),e.moveTo(this.#r-a,r-l),e.lineTo(a,l),e.stroke()})}#p(e,{axes:t,palette:n},r){e.strokeStyle=He(n.raised),e.lineWidth=4,e.lineJoin="round",e.fillStyle=He(n.soft),t.forEach((s,o)=>{let{x:a,y:l,right:c,up:h}=this.#m(o,r);Math.hypot(c,h)<tw||(e.textAlign=c<-.2?"right":c>.2?"left":"center",e.textBaseline=h<0?"top":"bottom",e.strokeText(s,a+4*Math.sign(c),l),e.fillText(s,a+4*Math.sign(c),l))})}#m(e,t){let n=Math.min(this.#r,t)/2-Fm/2,[r,s]=tu(this.#e,zm[e]??zm[0]);return{x:this.#r/2+r*n,y:t/2-s*n,right:r,up:s}}};var nu=["first","second","third"],Jl=class{#t;#e;#i;#n;#r=F("div",{className:"viewer-2d-box"});#s=F("ul",{className:"projector-key"});#l=xe(F("div",{className:"projector-about"}),{"aria-live":"polite"});#a=F("output");#c;#f;#o;#h=null;constructor(e,t){this.#t=e,this.#e=t,this.#o=t.about.cuts.length-1,this.#i=Nm(t.about.predicted),this.#n=new Zl(`${t.about.ids.length} examples as points in space`,r=>this.#u(r)),this.#c=F("input",{type:"range",min:"0",max:String(this.#o),step:"1",value:String(this.#o)}),this.#c.addEventListener("input",()=>{this.#o=Number(this.#c.value),this.#p()}),this.#d();let n=new ResizeObserver(()=>this.#p());n.observe(this.#r),this.#f=[eo(()=>this.#p()),()=>n.disconnect()]}dispose(){this.#f.forEach(e=>e()),this.#t.querySelector(".projector-live")?.remove(),this.#t.classList.remove("is-live")}#d(){let e=F("label",{className:"viewer-control"},F("span",{},"Hidden states"),this.#c),t=F("div",{className:"viewer-2d-buttons"},rt("\u2039",()=>this.#n.stepBy(-1),"Point before"),rt("\u203A",()=>this.#n.stepBy(1),"Next point")),n=F("div",{className:"viewer-2d-choices"},e,this.#a,t);this.#r.append(this.#n.canvas);let r=F("div",{className:"projector-body"},this.#r,this.#l);this.#t.prepend(F("div",{className:"projector-live"},n,r,this.#s)),this.#t.classList.add("is-live")}#u(e){this.#h=e,this.#p()}#p(){let e=this.#r.clientWidth;if(!e)return;let{predicted:t,correct:n,cuts:r}=this.#e.about,s=sr(this.#t),o=Dm(this.#t,this.#i.length),a=l=>o[this.#i.indexOf(l)]??o.at(-1);this.#a.textContent=nw(r[this.#o]??0,Math.max(...r)),xe(this.#c,{"aria-valuetext":this.#a.textContent}),this.#n.show({points:this.#e.points(this.#o),looks:t.map(a),isHollow:l=>n[l]===!1,chosen:this.#h,near:this.#h===null?[]:this.#e.neighbours(this.#o,this.#h),axes:nu.flatMap((l,c)=>this.#m(c)),palette:s},e),this.#_(o),this.#y()}#m(e){let t=this.#e.share(this.#o,e);return t===null?[]:[`${nu[e]} ${(100*t).toFixed(t<.1?1:0)} %`]}#_(e){let{predicted:t,correct:n}=this.#e.about,r=l=>t.filter(c=>c===l).length,s=t.filter(l=>!this.#i.includes(l)).length,o=this.#i.map((l,c)=>this.#g(e[c],`${l} (${r(l)})`,!1));s&&o.push(this.#g(e.at(-1),`other labels (${s})`,!1));let a=n.filter(l=>l===!1).length;a&&o.push(this.#g({...e[0],colour:sr(this.#t).ink},`hollow: predicted wrongly (${a})`,!0)),this.#s.replaceChildren(...o)}#g(e,t,n){let r=xe(F("canvas"),{"aria-hidden":"true"});return Xl(Vt(r,16,16),e,8,8,5,n,sr(this.#t).raised),F("li",{},r,t)}#y(){if(this.#h===null){this.#l.replaceChildren(F("p",{},"Click a point to read its text and its neighbours. Drag, or use the arrow keys, to turn the cloud."),this.#v());return}let{ids:e,names:t,gold:n,predicted:r}=this.#e.about,s=this.#h,o=n[s]==null?"no gold label":n[s]===r[s]?"as labelled":`labelled ${n[s]}`,a=this.#e.neighbours(this.#o,s);this.#l.replaceChildren(F("p",{className:"projector-text"},Hm(e[s],t[s])),F("p",{},`Predicted ${r[s]}, ${o}.`),F("p",{},a.length?"Nearest in the whole space of these states (not in the picture's three axes):":"No neighbours are stored."),F("ol",{className:"projector-near"},...a.map(l=>F("li",{},Hm(e[l],t[l]),` ${r[l]} `,rt("show",()=>this.#u(l),`Choose ${t[l]} in the cloud`)))),this.#v())}#v(){let e=nu.map((n,r)=>this.#e.share(this.#o,r)).filter(n=>n!==null),t=e.reduce((n,r)=>n+r,0);return F("p",{className:"source"},e.length?`The axes are principal components; together they hold ${(100*t).toFixed(0)} % of the variance. What lies close together here may be far apart in the rest.`:"These states do not vary: there is no component to show.")}};function nw(i,e){return i===0?"at the input":`after layer ${i-1}${i===e?" (the last)":""}`}var Hm=(i,e)=>F("a",{href:`#ex-${i}`},e);var Kl=new Map,Ql=new Map,Ai=null,iw=150,Xs=null,rw=new IntersectionObserver(i=>{for(let{target:e,isIntersecting:t,intersectionRect:n}of i)t?Ql.set(e,n.height):Ql.delete(e);sw()},{threshold:Array.from({length:11},(i,e)=>e/10)});function sw(){let i=ow();Xs?.chosen!==i&&(Gm(),i!==Ai&&(Xs={chosen:i,timer:setTimeout(()=>Vm(i),iw)}))}function ow(){let[i]=[...Ql].sort((t,n)=>n[1]-t[1]),e=(Ai&&Ql.get(Ai))??0;return i&&i[1]>2*e?i[0]:e?Ai:null}function Gm(){Xs&&clearTimeout(Xs.timer),Xs=null}function Vm(i){Gm(),Ai!==i&&(Ai&&Kl.get(Ai)?.sleep(),Ai=i,i&&Kl.get(i)?.wake())}async function aw(i){let e=i.querySelector("script.scene")?.dataset.example;if(!(e===void 0||"viewer"in i.dataset)){i.dataset.viewer="opening";try{let t=new ql(i,await to(e));Kl.set(i,t),i.dataset.viewer="open";for(let n of["pointerdown","focusin"])i.addEventListener(n,()=>Vm(i));rw.observe(i)}catch(t){i.dataset.viewer="failed";let n=t instanceof Error?t.message:String(t);i.prepend(F("div",{className:"viewer-note"},ut(`The interactive view could not be opened: ${n}`)))}}}async function lw(i){let e=i.querySelector("script.projection");if(!(!e||"viewer"in i.dataset)){i.dataset.viewer="opening";try{new Jl(i,await Ru(e.textContent??"")),i.dataset.viewer="open"}catch(t){i.dataset.viewer="failed",i.prepend(ut(`The projection could not be opened: ${t instanceof Error?t.message:String(t)}`))}}}function iu(i){let e=Kl.get(i);return e?ed(e.stage):null}globalThis.auditkitViewer={mount:aw,mountProjector:lw,pick:(i,e,t)=>iu(i)?.pick(e,t)??null,renderAt:(i,e)=>iu(i)?.renderAt(e),stats:i=>iu(i)?.stats()??null};})();
